/**
 * The bundle carries its own copy of Lit, made for a page that may hold others, and without what none of our elements uses.
 * Nobody else can reach it.
 *
 * Each entry below is a piece of one of Lit's files and what takes its place; a piece that ends in `{` is the whole block.
 * The build fails when Lit no longer has it: then read what Lit changed, and write the entry anew.
 */

const CSS_TAG = [
  // Every browser that the elements run in knows constructed style sheets; Lit's other way would break a strict policy.
  [/e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, 'e=true'],
  [/,c=e\?t=>t:.*?:t;/, ',c=t=>t;'],
  ['t=>t instanceof CSSStyleSheet?t:t.styleSheet', 't=>t.styleSheet'],
  // A style sheet is one template without holes.
  ['constructor(t,e,o){', 'constructor(t){this.cssText=t}'],
  ['get styleSheet(){', 'get styleSheet(){return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o}'],
  ['toString(){', ''],
  ['i=(t,...e)=>{', 'i=t=>new n(t[0])'],
];

const REACTIVE_ELEMENT = [
  // It tells no other script that it is there, and lets none patch it (polyfills): those are for the host's own Lit.
  [',p=a.reactiveElementPolyfillSupport', ''],
  [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
  // It loads where there is no page at all, and then does nothing.
  ['extends HTMLElement', 'extends (globalThis.HTMLElement??Object)'],
  // Names that are the same ones without it.
  [/\bd\(("\w+")\)/g, '$1'],
  // Decorators.
  [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
  ['static addInitializer(t){', ''],
  // Of a property's options there are `state` and `type: Number`, nothing is reflected, and no accessor is there before.
  [/,u=\{toAttribute.*?hasChanged:f\}/, ''],
  [',u as defaultConverter', ''],
  [',f as notEqual', ''],
  ['c=a.trustedTypes,l=c?c.emptyScript:"",', ''],
  [
    'static createProperty(t,s=b){',
    `static createProperty(t,s){const h=Symbol();this.elementProperties.set(t,s),e(this.prototype,t,{
      get(){return this[h]},
      set(s){const i=this[h];this[h]=s,this.requestUpdate(t,i)},
      configurable:!0,enumerable:!0
    })}`,
  ],
  ['static getPropertyDescriptor(t,s,i){', ''],
  ['static getPropertyOptions(t){', ''],
  ['static _$Ei(){', ''],
  ['static _$Eu(t,s){', ''],
  ['static finalizeStyles(s){', ''],
  [
    'static finalize(){',
    `static finalize(){
      if(this.hasOwnProperty("finalized"))return;
      const t=n(this);t.finalize(),this.finalized=!0,this.elementProperties=new Map(t.elementProperties),this._$Eh=new Map;
      for(const[t,s]of Object.entries(this.properties))this.createProperty(t,s);
      for(const[t,{state:s}]of this.elementProperties)s||this._$Eh.set(t.toLowerCase(),t);
      this.elementStyles=[this.styles].flat()}`,
  ],
  [
    'attributeChangedCallback(t,s,i){',
    `attributeChangedCallback(t,s,i){
      const e=this.constructor,h=e._$Eh.get(t);this[h]=null!==i&&e.elementProperties.get(h).type?Number(i):i}`,
  ],
  ['_$ET(t,s){', ''],
  ['_$AK(t,s){', ''],
  [
    'requestUpdate(t,s,i,e=!1,h){',
    `requestUpdate(t,s){
      if(void 0!==t){if(i(this[t],s))return;this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}
      this.isUpdatePending||(this._$ES=this._$EP())}`,
  ],
  ['}C(t,s,{useDefault:i,reflect:e,wrapped:h},r){', '}'],
  ['const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){', ''],
  ['update(t){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', 'update(){'],
  [',this._$Em=null,this._$Ev()', ',this._$Ev()'],
  // Controllers, and steps of an update that nobody takes.
  ['addController(t){', ''],
  ['removeController(t){', ''],
  [',this._$EO?.forEach(t=>t.hostConnected?.())', ''],
  ['this._$EO?.forEach(t=>t.hostDisconnected?.())', ''],
  ['this._$EO?.forEach(t=>t.hostUpdate?.()),', ''],
  ['this._$EO?.forEach(t=>t.hostUpdated?.()),', ''],
  [',this.constructor.l?.forEach(t=>t(this))', ''],
  ['const t=this.scheduleUpdate();return null!=t&&await t,', 'return this.performUpdate(),'],
  ['scheduleUpdate(){', ''],
  ['if(!this.isUpdatePending)return;', ''],
  ['t=this.shouldUpdate(s),t?(this.willUpdate(s),this.update(s)):this._$EM()', 'this.willUpdate(s),this.update(s)'],
  ['let t=!1;', ''],
  ['throw t=!1,this._$EM(),s', 'throw this._$EM(),s'],
  ['t&&this._$AE(s)', 'this.hasUpdated=!0,this.updated(s)'],
  ['_$AE(t){', ''],
  ['shouldUpdate(t){', ''],
  ['firstUpdated(t){', ''],
  ['return this.getUpdateComplete()', 'return this._$ES'],
  ['getUpdateComplete(){', ''],
  ['this.constructor.shadowRootOptions', '{mode:"open"}'],
  ['y.elementStyles=[],y.shadowRootOptions={mode:"open"},', ''],
];

const LIT_ELEMENT = [
  [/const o=s\.litElementPolyfillSupport;.*?(?=const n)/, ''],
  ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  [',s.litElementHydrateSupport?.({LitElement:i})', ''],
  // Every element draws into a root of its own that holds nothing before, and no drawing waits for a connection.
  ['createRenderRoot(){', ''],
  ['connectedCallback(){', ''],
  ['disconnectedCallback(){', ''],
  ['render(){', ''],
  ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
  [',this._$Do=void 0', ''],
  ['this._$Do=e(', 'e('],
  ['i._$litElement$=!0,', ''],
];

const LIT_HTML = [
  // Its Trusted Types policy has our name, and where the page allows none of that name Lit loads without one; `can-draw.ts`
  // then finds out whether the page lets it draw.
  [
    's.createPolicy("lit-html",{createHTML:t=>t})',
    '(()=>{try{return s.createPolicy("pullquote",{createHTML:t=>t})}catch{}})()',
  ],
  ['l=document,', 'l=globalThis.document??{createTreeWalker(){}},'],
  ['Error("invalid template strings array")', 'Error()'],
  [/const j=\{M:h.*?push\("[\d.]+"\);/, ''],
  ['j as _$LH,', ''],
  // Directives, and all that tells them whether they are connected.
  ['function M(t,i,s=t,e){', ''],
  [/get _\$AU\(\)\{.*?\}/g, ''],
  ['get tagName(){', ''],
  ['get parentNode(){return this._$AM.parentNode}', ''],
  ['get parentNode(){', ''],
  ['get startNode(){', ''],
  ['get endNode(){', ''],
  ['setConnected(t){', ''],
  ['constructor(t,i){this._$AV', 'constructor(t){this._$AV'],
  ['this._$AN=void 0,this._$AD=t,this._$AM=i', 'this._$AD=t'],
  ['new R(e,this)', 'new R(e)'],
  ['constructor(t,i,s,e){', 'constructor(t,i,s){this._$AH=A,this._$AA=t,this._$AB=i,this.options=s}'],
  ['this.O(c()),this,this.options', 'this.O(c()),this.options'],
  ['_$AI(t,i=this){t=M(this,t,i),', '_$AI(t){'],
  ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  ['_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);', '_$AR(t=this._$AA.nextSibling){for(;'],
  ['const s=i(t).nextSibling;i(t).remove(),t=s', 'const s=t.nextSibling;t.remove(),t=s'],
  ['s._$AB.nextSibling,e)', 's._$AB.nextSibling)'],
  ['constructor(t,i,s,e,h){this.type=1,this._$AH=A,this._$AN=void 0,', 'constructor(t,i,s,h){'],
  ['this._$AM=e,this.options=h', 'this.options=h'],
  [
    '_$AI(t,i=this,s,e){',
    `_$AI(t,s){
      const i=this.strings;let e=!1;
      if(void 0===i)e=!a(t)||t!==this._$AH,this._$AH=t;
      else{
        const h=t;t=i[0];
        for(let n=0;n<i.length-1;n++){
          const r=h[s+n];e||=!a(r)||r!==this._$AH[n],r===A?t=A:t!==A&&(t+=(r??"")+i[n+1]),this._$AH[n]=r}
      }
      e&&this.j(t)}`,
  ],
  ['constructor(){super(...arguments),this.type=3}', ''],
  ['constructor(){super(...arguments),this.type=4}', ''],
  ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
  // Listeners are functions, and their options never change.
  [
    '_$AI(t,i=this){',
    `_$AI(t){
      t??=A;const{element:s,name:i,_$AH:e}=this;
      t===A?s.removeEventListener(i,this):e===A&&s.addEventListener(i,this),this._$AH=t}`,
  ],
  ['handleEvent(t){', 'handleEvent(t){this._$AH.call(this.options?.host??this.element,t)}'],
  // Of templates: compiled ones, those of SVG and MathML alone, and values in tag names, comments, raw text or as attributes.
  [/"number"==typeof s\?(this\._\$AC\(t\)):\(void 0===s\.el&&.*?,s\)(?=;)/, '$1'],
  ['let n,l=2===i?"<svg>":3===i?"<math>":"",', 'let l="",'],
  ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
  [',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}', ');'],
  [/c===v\?"!--"===u\[1\].*?:c===p\?">"===u\[0\]\?\(c=n\?\?v,/, 'c===v?c=p:c===p?">"===u[0]?(c=v,'],
  ['c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)', 'c=p'],
  ['v=/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g,_=/-->/g,m=/>/g', 'v=/<\\/?[a-zA-Z][^>\\s]*/g'],
  [',y=/^(?:script|style|textarea|title)$/i', ''],
  ['s+o+(-2===d?i:x)', 's+o+x'],
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
  ['if(y.test(r.tagName)){', ''],
  ['if(r.data===n)d.push({type:2,index:l});else{', 'r.data===n&&d.push({type:2,index:l});'],
  [
    /let i;2===r\.type.*?r=s\[\+\+n\]/,
    'this._$AV.push(2===r.type?new k(h,h.nextSibling,t):new r.ctor(h,r.name,r.strings,t)),r=s[++n]',
  ],
  ['(t?.creationScope??l).importNode', 'l.importNode'],
  [
    'void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++',
    's.strings?(s._$AI(t,i),i+=s.strings.length-2):s._$AI(t[i]),i++',
  ],
  // Each root is drawn into by one hand, and holds nothing else.
  ['D=(t,i,s)=>{', 'D=(t,i,s)=>{(i._$litPart$??=new k(i.appendChild(c()),null,s))._$AI(t)}'],
];

const PIECES = {
  'css-tag': CSS_TAG,
  'reactive-element': REACTIVE_ELEMENT,
  'lit-html': LIT_HTML,
  'lit-element': LIT_ELEMENT,
};

/** `code` from `start`, whose last character opens a block, to the end of that block. */
function blockAt(code, start) {
  const from = code.indexOf(start);
  if (from < 0) return undefined;
  let at = from + start.length;
  for (let depth = 1; depth > 0; at++) depth += { '{': 1, '}': -1 }[code[at]] ?? 0;
  return code.slice(from, at);
}

/** What our elements would need of the pieces that are left out. Tests in happy-dom run Lit whole, and would not tell. */
const MISSED = [
  [/from '(?:lit|@lit|lit-html|lit-element)\//, 'directives, decorators and what else is not in `lit` itself'],
  [
    /\bimport \{[^}]*\b(?:svg|mathml|noChange|unsafeCSS)\b[^}]*\} from 'lit'/,
    '`svg`, `mathml`, `noChange` and `unsafeCSS`',
  ],
  [
    /\b(?:reflect|converter|hasChanged|useDefault|noAccessor|attribute): |\btype: (?:Boolean|Array|Object)\b/,
    'options of a property but `state` and `type: Number`',
  ],
  [
    /\b(?:addController|shouldUpdate|firstUpdated|scheduleUpdate|performUpdate|getUpdateComplete|shadowRootOptions)\b/,
    'controllers, and steps of an update but `willUpdate`, `update` and `updated`',
  ],
  [/\bhtml ?`[^`]*<!--/, 'comments in templates'],
  [/<[a-z][\w-]*\s+\$\{/, 'values in place of an attribute'],
  [/\bhtml ?`[^`]*[^>\s]\s*<\/(?:textarea|title|style|script)>/, 'values in raw text such as that of a `textarea`'],
];

export const ownLit = {
  name: 'own-lit',
  transform(code, id) {
    if (id.includes('packages/elements/src/'))
      for (const [use, what] of MISSED) if (use.test(code)) this.error(`The bundle's Lit goes without ${what}.`);
    const file = /node_modules\/(?:@lit|lit-html|lit-element)\/.*?([a-z-]+)\.js$/.exec(id)?.[1];
    let changed = code;
    for (const [piece, instead] of PIECES[file] ?? []) {
      const before = changed;
      const found = typeof piece === 'string' && piece.endsWith('{') ? (blockAt(changed, piece) ?? piece) : piece;
      changed = changed.replace(found, typeof found === 'string' ? () => instead : instead);
      if (changed === before) this.error(`Lit's ${file} is no longer what this build expects: it lacks ${piece}`);
    }
    return { code: changed, map: null };
  },
};
