import type { Locale } from '../words.js';
import { intl } from './intl.js';

const nothing = (why: string) => `لن يُرسل شيء: ${why}.`;
const DEPTH = {
  1: 'مشاركة أولى',
  2: 'إعادة نشر لمشاركة',
  3: 'إعادة نشر لما أُعيد نشره، أو أبعد من ذلك',
} as const;
const ACT = { shared: 'نُشر', reshared: 'أُعيد نشره', quoted: 'اقتُبس' } as const;

export const locale: Locale = {
  ...intl('ar'),
  state: {
    unlisted: ['الناشر ليس في قائمة هذا المجتمع', 'لم يُتحقق من شيء. ما يلي هو ما تقوله المشاركة.'],
    altered: ['ليس هذا ما وقّعه الناشر', 'لا يطابق توقيع الناشر، ولذلك لا يُعرض على أنه منه.'],
    changed: ['تغيّر منذ نشره هنا', 'ما لدى الناشر الآن ليس ما نُشر هنا، ولذلك لا يُعرض.'],
    withdrawn: ['سُحب هذا المحتوى', 'سحبه الناشر. لا تعتمد عليه.'],
    unchecked: ['تعذّر التحقق الآن', 'لا يُعرف هل ما زال ساريًا. هذا لا يقول شيئًا ضده ولا لصالحه.'],
    suspended: ['علّقه الناشر', 'الناشر يراجع هذا المحتوى. قد يعود.'],
    expired: ['انتهت مدة صلاحيته', 'لم يجدد الناشر هذا المحتوى.'],
    superseded: ['توجد نسخة أحدث', 'استبدل الناشر هذه النسخة.'],
    'not-for-audience': ['ليس موجّهًا إلى القراء في بلدك', 'أُعدّ لجمهور آخر. يُعرض المصدر ولا يُعرض المحتوى.'],
    verified: ['مصدر مُتحقَّق منه', 'موقّع من الناشر، ولم يتغير، وساري.'],
    'as-stated': ['المصدر كما ذُكر عند النشر', 'تحقق منه عند المصدر.'],
  },
  code: (code) => CODES[code],
  role: (role) => ROLES[role],
  labelStatus: {
    'unapproved-use': 'يصف استعمالًا غير معتمد',
    unlicensed: 'يصف منتجًا غير مرخّص',
  },
  audience: (countries, roles, fields, excluded) =>
    `موجّه إلى ${roles}${fields && ` (${fields})`}، ${countries}${excluded && `، لا إلى ${excluded}`}`,
  heading: {
    involvement: 'دور الشركة',
    boxedWarning: 'تحذير مؤطّر',
    safety: 'معلومات سلامة مهمة',
    obligatory: 'بيانات إلزامية',
    legalClass: 'وضع الصرف القانوني',
    prescribingInformation: 'معلومات الوصف',
    piDate: 'تاريخ معلومات الوصف',
    aeReporting: 'الإبلاغ عن حدث ضار',
    approval: 'الاعتماد',
    datePrepared: 'أُعدّ في',
    lastRevised: 'آخر مراجعة',
    validUntil: 'صالح حتى',
    canonicalUrl: 'فتح عند المصدر',
    communityFunding: 'كيف يُموَّل هذا المجتمع',
  },
  reference: (n) => `المرجع ${n}`,
  monitoring: 'مراقبة إضافية',
  check: 'تحقق عند المصدر',
  details: {
    heading: {
      summary: 'الملخص',
      party: 'طرف',
      translation: 'ترجمة',
      version: 'النسخة',
      duration: 'المدة',
      access: 'الوصول',
      reviewBy: 'تجب مراجعته قبل',
      validUntil: 'صالح حتى',
      reuse: 'إعادة الاستعمال',
    },
    paid: 'مدفوع الأجر',
    notPeerReviewed: 'دون مراجعة الأقران',
    minutes: (n) => `${n} دقيقة`,
    translation: { original: 'أصلية', certified: 'معتمدة', machine: 'آلية' },
    access: { open: 'مفتوح', 'hcp-login': 'لمن يسجّل الدخول من المهنيين الصحيين' },
    quote: (policy, max) =>
      ({
        'approved-only': 'يجوز اقتباس المقاطع المعتمدة',
        'max-length': `اقتباسات حتى ${max} حرفًا`,
        none: 'لا اقتباس',
      })[policy],
    reshare: (allowed) => (allowed ? 'تجوز إعادة نشره' : 'لا تجوز إعادة نشره'),
    download: (allowed) => (allowed ? 'يجوز تنزيله' : 'لا يجوز تنزيله'),
    print: (allowed) => (allowed ? 'تجوز طباعته' : 'لا تجوز طباعته'),
    maxDepth: (posts) => `بعمق ${posts} مشاركات على الأكثر`,
    hcpOnly: 'بين المهنيين الصحيين المتحقق منهم فقط',
    onlyBy: (channels) => `عبر ${channels} فقط`,
    notBy: (channels) => `ليس عبر ${channels}`,
    attribution: (words) => `النسبة: ${words}`,
  },
  element: {
    source: 'المصدر ودور الشركة',
    share: 'مشاركة',
    shareWithSource: 'مشاركة مع المصدر',
    shareInCommunity: 'مشاركة في مجتمعك',
    details: 'التفاصيل',
    fewer: 'تفاصيل أقل',
    own: 'وفي هذه المشاركة أيضًا، بكلمات كاتبها:',
    posted: 'ما قالته المشاركة عند نشرها',
    leadsTo: (host) => `يؤدي إلى ${host}`,
    reason: 'السبب',
    replacement: 'ما حلّ محله',
  },
  sharing: {
    close: 'إغلاق',
    checking: 'جارٍ التحقق من المصدر…',
    wholeLabel: 'البطاقة كاملة كما سيراها القراء',
    discussion: 'النقاش',
    find: 'ابحث عن نقاش',
    membersRead: 'يستطيع جميع الأعضاء قراءته',
    privateRead: 'خاص: لا يقرؤه إلا بعض الأعضاء',
    looking: 'جارٍ البحث…',
    notLoaded: 'تعذّر تحميل النقاشات. ابحث مرة أخرى، أو انسخ المحتوى أدناه.',
    noneFound: 'لم يُعثر على نقاش. جرّب كلمات أخرى.',
    comment: 'تعليقك',
    commentHint: 'تعليقك لك؛ لا يُرسل إلى الناشر. لا تكتب ما يمكن أن يدل على مريض.',
    excerpts: 'مقطع معتمد',
    noExcerpt: 'دون مقطع: العنوان والبطاقة فقط',
    post: 'انشر',
    posting: 'جارٍ النشر…',
    postedIn: (discussions) => `نُشر في ${discussions}.`,
    copyLink: 'نسخ الرابط',
    copyLabel: 'نسخ مع البطاقة',
    linkCopied: 'نُسخ الرابط.',
    labelCopied: 'نُسخ مع بطاقته.',
    copyBlocked: 'لم يسمح هذا المتصفح بالنسخ. حدّد النص أدناه.',
    textToCopy: 'نص للنسخ',
    learn: 'ما سيعرفه الناشر',
    tell: 'أخبر الناشر',
    nothingSent: 'لن يُرسل شيء.',
    exactFact: 'الواقعة بعينها',
    factStays: 'تذهب إلى خادم هذا المجتمع نفسه، وهو لا يحفظ معها أي اسم.',
    tells: ({ tells, fact }) => {
      switch (tells) {
        case 'post':
          return `غدًا أو بعده: أن هذا المحتوى (النسخة ${fact?.version ?? ''}) ${ACT[fact?.fact as keyof typeof ACT]} مرة واحدة في نقاش يستطيع جميع أعضاء هذا المجتمع قراءته، وفي أي يوم، وأنه كان ${DEPTH[fact?.depth as keyof typeof DEPTH]}؛ ومعه عنوان المجتمع وبلده. لا من أنت، ولا كلماتك، ولا أي نقاش.`;
        case 'crowd':
          return 'لا شيء عنك وحدك. بعد انتهاء الأسبوع قد يخبر مجتمعك الناشر كم طبيبًا هنا فعل ذلك تقريبًا: رقم مموّه بالمصادفة، لا يُعطى إلا إذا كان كبيرًا بما يكفي.';
        case 'browser-refuses':
          return nothing('متصفحك يطلب من المواقع ألا تنقل شيئًا عنك (Global Privacy Control)');
        case 'never':
          return nothing('طلبت ألا تُحسب أبدًا');
        case 'not-counted':
          return nothing('ليس هذا مما يُحسب');
        case 'counts-nothing':
          return nothing('هذا المجتمع لا يحسب شيئًا');
        case 'private':
          return nothing('المشاركة الخاصة لا تُحسب هنا');
        case 'posts-only':
          return nothing('لا يُحسب هنا إلا ما يستطيع جميع الأعضاء قراءته');
        case 'depth':
          return nothing('مشاركة بهذا العمق لا تُحسب');
        case 'ended':
          return nothing('توقف الحساب في هذه الصفحة');
        case 'unknown':
          return nothing('لم يقل هذا المجتمع ماذا يحسب');
      }
    },
    chooseCommunity: 'اختر مجتمعك. تعليقك ومكان نشره يبقيان هناك: هذه الصفحة لا تعرف أيًّا منهما.',
    noCommunity: 'لا مجتمع مذكور هنا بعد. انسخ الرابط وألصقه في مشاركة.',
    refused: {
      new: 'جديد هنا: يمكن نشر هذا المحتوى خلال 15 دقيقة. مسودتك باقية.',
      unverified: 'لا يمكن نشر هذا المحتوى: تعذّر التأكد من أن مصدره ساري.',
      'one-person': 'هذا جواب عن سؤال شخص واحد، ولا يمكن نشره.',
      'no-discussion': 'شروط الناشر لا تسمح بنشر هذا في النقاشات.',
      'no-resharing': 'شروط الناشر لا تسمح بإعادة نشر هذا.',
    },
    withdrawn: (reason) => `سُحب هذا المحتوى. ${reason} لم يعد نشره ممكنًا.`,
    nobodyPosts: 'لا يستطيع هذا الموقع نشر هذا بعد. يمكنك نسخه بدلًا من ذلك.',
    hostFailed: (reason) => `لم يُنشر: ${reason ?? 'لم يقل الموقع لماذا.'} كلماتك ما زالت هنا.`,
    notChecked: 'تعذّر التحقق من المصدر. كلماتك ما زالت هنا.',
  },
  ledger: {
    heading: 'ما حُسب',
    intro: 'هذه القائمة في متصفحك وتزول مع هذه الصفحة. خادم مجتمعك لا يحفظ أي اسم مع ما عرفه.',
    counts: {
      none: 'هذا المجتمع لا يحسب شيئًا.',
      shares: 'هذا المجتمع يحسب المشاركات التي يستطيع جميع أعضائه قراءتها، ولا شيء غيرها.',
      all: 'هذا المجتمع يحسب المشاركات التي يستطيع جميع أعضائه قراءتها واحدة واحدة، وكل ما سواها جملةً في كل أسبوع.',
      unreachable: 'تعذّر تحميل الحساب، فلا يُحسب شيء في هذه الصفحة.',
      'browser-refuses': 'متصفحك يطلب من المواقع ألا تنقل شيئًا عنك (Global Privacy Control)، فلا يُحسب شيء.',
    },
    empty: 'لم يُحسب شيء في هذه الصفحة حتى الآن.',
    never: 'لا تحسبوني أبدًا',
    neverOn: 'لا يُحسب شيء مما تفعله في هذا المتصفح. المشاركة تعمل كما كانت.',
    neverThisPage: 'هذا المتصفح لا يحفظ الإعدادات، فيسري هذا حتى تغادر الصفحة.',
    fact: {
      shared: 'نشرت محتوى',
      reshared: 'أعدت نشر محتوى',
      quoted: 'اقتبست من محتوى',
      viewed: 'قرأت بطاقة',
      'label-expanded': 'فتحت تفاصيل بطاقة',
      'pi-opened': 'فتحت معلومات الوصف',
      'citation-opened': 'فتحت مرجعًا',
      'source-opened': 'فتحت محتوى عند مصدره',
      'signature-failed': 'رأيت بطاقة لم يصح توقيعها',
      copied: 'نسخت محتوى',
      printed: 'طبعت محتوى',
      downloaded: 'نزّلت محتوى',
      saved: 'حفظت محتوى',
      'e-mailed': 'أرسلت محتوى بالبريد الإلكتروني',
      'sent-privately': 'شاركت محتوى على الخاص',
      'share-removed': 'أُزيلت مشاركة لك',
      'recall-seen': 'رأيت أن محتوى قد سُحب',
      'stale-seen': 'رأيت محتوى تعذّر التحقق منه',
      'superseding-opened': 'فتحت نسخة أحدث من محتوى',
      'ae-link-opened': 'فتحت نموذج الإبلاغ عن حدث ضار',
    },
    excerpt: 'مع هذا المقطع',
    room: 'في غرفة من هذا التخصص',
    blocked: (rule) => `تعذّرت المشاركة (${rule})`,
    media: (percent) => `شغّلت ${percent} ٪ من تسجيل`,
    version: (n) => `النسخة ${n}`,
    leaves: {
      public:
        'غدًا أو بعده يخبر مجتمعك الناشر أن هذا حدث مرة واحدة في نقاش يستطيع جميع الأعضاء قراءته، وفي أي يوم. لا مَن فعله، ولا في أي نقاش.',
      crowd: 'لا شيء عنك وحدك. بعد انتهاء الأسبوع قد يخرج رقم مموّه عن أطباء كثيرين، إذا كان كبيرًا بما يكفي.',
    },
    status: {
      waiting: 'ينتظر في هذا المتصفح',
      sending: 'في طريقه إلى خادم مجتمعك',
      stored: 'حفظه خادم مجتمعك',
      refused: 'رفضه خادم مجتمعك',
      lost: 'ضاع قبل حفظه',
    },
    exact: 'الواقعة بعينها',
    export: 'احفظ هذه القائمة',
    erase: 'انسَ ما ينتظر',
    erased: 'نُسي. ما لدى خادم مجتمعك يبقى هناك؛ ولا اسم معه.',
    notKept: 'هذا المتصفح لا يحفظ شيئًا لوقت لاحق: ما لم يُرسل قبل أن تغادر الصفحة يضيع.',
  },
};

const CODES: Record<Parameters<Locale['code']>[0], string> = {
  'journal-article': 'مقال في مجلة علمية',
  'congress-abstract': 'ملخص مؤتمر',
  poster: 'ملصق علمي',
  slides: 'شرائح',
  'guideline-summary': 'ملخص دليل إرشادي',
  'clinical-summary': 'ملخص سريري',
  'plain-language-summary': 'ملخص بلغة مبسطة',
  'pk-data': 'بيانات الحركية الدوائية',
  'case-study': 'دراسة حالة',
  'on-demand-video': 'فيديو عند الطلب',
  webinar: 'ندوة عبر الإنترنت',
  podcast: 'بودكاست',
  infographic: 'رسم معلوماتي',
  'product-training': 'تدريب على المنتج',
  'cme-module': 'وحدة تعليم طبي مستمر',
  'email-series-item': 'جزء من سلسلة رسائل بريدية',
  'practice-management': 'إدارة العيادة',
  'disease-education': 'تثقيف عن المرض',
  'pipeline-news': 'أخبار التطوير',
  'safety-notice': 'تنبيه سلامة',
  'risk-minimisation-material': 'مادة لتقليل المخاطر',
  'product-information': 'معلومات المنتج',
  calculator: 'حاسبة',
  promotional: 'ترويجي',
  'non-promotional': 'غير ترويجي',
  'company-medical-education': 'تعليم طبي من الشركة',
  'independent-medical-education': 'تعليم طبي مستقل',
  'scientific-exchange': 'تبادل علمي',
  'risk-minimisation': 'تقليل المخاطر',
  'medical-information-response': 'جواب من قسم المعلومات الطبية',
};

const ROLES: Record<Parameters<Locale['role']>[0], string> = {
  publisher: 'الناشر',
  sponsor: 'الراعي',
  funder: 'الممول',
  reviewer: 'المراجع',
  author: 'المؤلف',
  agency: 'الوكالة',
  partner: 'الشريك',
  mah: 'صاحب رخصة التسويق',
};
