import type { Locale } from '../words.js';
import { intl } from './intl.js';

const nothing = (why: string) => `Es wird nichts übermittelt: ${why}.`;
const DEPTH = {
  1: 'ein erster Beitrag war',
  2: 'einen Beitrag weitergab',
  3: 'einen schon weitergegebenen Beitrag weitergab',
} as const;
const ACT = { shared: 'geteilt', reshared: 'weitergegeben', quoted: 'zitiert' } as const;

export const locale: Locale = {
  ...intl('de'),
  state: {
    unlisted: [
      'Herausgeber nicht auf der Liste dieser Community',
      'Nichts wurde geprüft. Es folgt, was im Beitrag steht.',
    ],
    altered: [
      'Das hat der Herausgeber so nicht signiert',
      'Es passt nicht zur Signatur des Herausgebers und wird deshalb nicht als seines gezeigt.',
    ],
    changed: [
      'Seit dem Teilen geändert',
      'Was der Herausgeber jetzt vorhält, ist nicht das, was hier geteilt wurde. Es wird deshalb nicht gezeigt.',
    ],
    withdrawn: [
      'Dieser Inhalt wurde zurückgezogen',
      'Der Herausgeber hat ihn zurückgezogen. Verlassen Sie sich nicht darauf.',
    ],
    unchecked: [
      'Ließ sich gerade nicht prüfen',
      'Ob der Inhalt noch gilt, ist nicht bekannt. Das spricht nicht gegen ihn und nicht für ihn.',
    ],
    suspended: ['Vom Herausgeber ausgesetzt', 'Der Herausgeber überprüft diesen Inhalt. Er kann wiederkommen.'],
    expired: ['Gültigkeit abgelaufen', 'Der Herausgeber hat diesen Inhalt nicht verlängert.'],
    superseded: ['Es gibt eine neuere Fassung', 'Der Herausgeber hat diese Fassung ersetzt.'],
    'not-for-audience': [
      'Nicht für Leser in Ihrem Land',
      'Der Inhalt ist für ein anderes Publikum bestimmt. Die Quelle wird gezeigt, der Inhalt nicht.',
    ],
    verified: ['Quelle geprüft', 'Vom Herausgeber signiert, unverändert und aktuell.'],
    'as-stated': ['Quelle laut Angabe im Beitrag', 'Prüfen Sie sie an der Quelle.'],
  },
  code: (code) => CODES[code],
  role: (role) => ROLES[role],
  labelStatus: {
    'unapproved-use': 'Beschreibt eine nicht zugelassene Anwendung',
    unlicensed: 'Beschreibt ein nicht zugelassenes Arzneimittel',
  },
  audience: (countries, roles, fields, excluded) =>
    `Für ${roles}${fields && ` (${fields})`} in ${countries}${excluded && `, nicht für ${excluded}`}`,
  heading: {
    involvement: 'Beteiligung des Unternehmens',
    boxedWarning: 'Boxed Warning (gerahmter Warnhinweis)',
    safety: 'Wichtige Sicherheitsinformationen',
    obligatory: 'Pflichtangaben',
    legalClass: 'Abgabestatus',
    prescribingInformation: 'Fachinformation',
    piDate: 'Stand der Fachinformation',
    aeReporting: 'Nebenwirkung melden',
    approval: 'Freigabe',
    datePrepared: 'Erstellt',
    lastRevised: 'Zuletzt überarbeitet',
    validUntil: 'Gültig bis',
    canonicalUrl: 'An der Quelle öffnen',
    communityFunding: 'Wie sich diese Community finanziert',
  },
  reference: (n) => `Literatur ${n}`,
  monitoring: 'zusätzliche Überwachung',
  check: 'An der Quelle prüfen',
  details: {
    heading: {
      summary: 'Zusammenfassung',
      party: 'Beteiligt',
      translation: 'Übersetzung',
      version: 'Fassung',
      duration: 'Länge',
      access: 'Zugang',
      reviewBy: 'Überprüfung bis',
      validUntil: 'Gültig bis',
      reuse: 'Weiterverwendung',
    },
    paid: 'bezahlt',
    notPeerReviewed: 'ohne Peer-Review',
    minutes: (n) => `${n} Min.`,
    translation: { original: 'Original', certified: 'beglaubigt', machine: 'maschinell' },
    access: { open: 'Offen', 'hcp-login': 'Nur nach Anmeldung als Fachkreisangehöriger' },
    quote: (policy, max) =>
      ({
        'approved-only': 'freigegebene Auszüge dürfen zitiert werden',
        'max-length': `Zitate bis ${max} Zeichen`,
        none: 'keine Zitate',
      })[policy],
    reshare: (allowed) => (allowed ? 'Weitergabe erlaubt' : 'keine Weitergabe'),
    download: (allowed) => (allowed ? 'Herunterladen erlaubt' : 'kein Herunterladen'),
    print: (allowed) => (allowed ? 'Drucken erlaubt' : 'kein Drucken'),
    maxDepth: (posts) => `höchstens ${posts} Beiträge tief`,
    hcpOnly: 'nur unter geprüften Fachkreisangehörigen',
    onlyBy: (channels) => `nur über ${channels}`,
    notBy: (channels) => `nicht über ${channels}`,
    attribution: (words) => `Namensnennung: ${words}`,
  },
  element: {
    source: 'Quelle und Beteiligung des Unternehmens',
    share: 'Teilen',
    shareWithSource: 'Mit Quelle teilen',
    shareInCommunity: 'In Ihrer Community teilen',
    details: 'Einzelheiten',
    fewer: 'Weniger Einzelheiten',
    own: 'Außerdem in diesem Beitrag, in den Worten des Verfassers:',
    posted: 'Was im Beitrag stand, als er geteilt wurde',
    leadsTo: (host) => `Führt zu ${host}`,
    reason: 'Grund',
    replacement: 'Was ihn ersetzt',
  },
  sharing: {
    close: 'Schließen',
    checking: 'Die Quelle wird geprüft …',
    wholeLabel: 'Die ganze Kennzeichnung, wie Leser sie sehen',
    discussion: 'Diskussion',
    find: 'Diskussion suchen',
    membersRead: 'Alle Mitglieder können sie lesen',
    privateRead: 'Privat: nur manche Mitglieder können sie lesen',
    looking: 'Wird gesucht …',
    notLoaded: 'Die Diskussionen ließen sich nicht laden. Suchen Sie noch einmal, oder kopieren Sie den Inhalt unten.',
    noneFound: 'Keine Diskussion gefunden. Versuchen Sie andere Wörter.',
    comment: 'Ihr Kommentar',
    commentHint:
      'Ihr Kommentar gehört Ihnen; er wird dem Herausgeber nicht übermittelt. Lassen Sie alles weg, woran ein Patient zu erkennen wäre.',
    excerpts: 'Freigegebener Auszug',
    noExcerpt: 'Kein Auszug: nur Titel und Kennzeichnung',
    post: 'Veröffentlichen',
    posting: 'Wird veröffentlicht …',
    postedIn: (discussions) => `Veröffentlicht in ${discussions}.`,
    copyLink: 'Link kopieren',
    copyLabel: 'Mit Kennzeichnung kopieren',
    linkCopied: 'Link kopiert.',
    labelCopied: 'Mit Kennzeichnung kopiert.',
    copyBlocked: 'Dieser Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text unten.',
    textToCopy: 'Text zum Kopieren',
    learn: 'Was der Herausgeber erfährt',
    tell: 'Dem Herausgeber mitteilen',
    nothingSent: 'Es wird nichts übermittelt.',
    exactFact: 'Genau diese Angabe',
    factStays: 'Sie geht an den eigenen Server dieser Community, der keinen Namen dazu speichert.',
    tells: ({ tells, fact }) => {
      switch (tells) {
        case 'post':
          return `Morgen oder später: dass dieser Inhalt (Fassung ${fact?.version ?? ''}) einmal in einer Diskussion ${ACT[fact?.fact as keyof typeof ACT]} wurde, die alle Mitglieder dieser Community lesen können, an welchem Tag, und dass es ${DEPTH[fact?.depth as keyof typeof DEPTH]}; dazu Adresse und Land der Community. Nicht, wer Sie sind, nicht Ihre Worte, nicht welche Diskussion.`;
        case 'crowd':
          return 'Nichts über Sie allein. Nach Ende der Woche teilt Ihre Community dem Herausgeber vielleicht mit, wie viele Ärztinnen und Ärzte hier das ungefähr getan haben: eine vom Zufall verwischte Zahl, und nur, wenn sie groß genug ist.';
        case 'browser-refuses':
          return nothing('Ihr Browser bittet alle Websites, nichts über Sie weiterzugeben (Global Privacy Control)');
        case 'not-counted':
          return nothing('das gehört nicht zu dem, was gezählt wird');
        case 'counts-nothing':
          return nothing('diese Community zählt nichts');
        case 'private':
          return nothing('privates Teilen wird hier nicht gezählt');
        case 'posts-only':
          return nothing('hier werden nur Beiträge gezählt, die alle Mitglieder lesen können');
        case 'depth':
          return nothing('ein Beitrag an dieser Stelle wird nicht gezählt');
        case 'ended':
          return nothing('auf dieser Seite wird nicht mehr gezählt');
        case 'unknown':
          return nothing('diese Community hat nicht gesagt, was sie zählt');
      }
    },
    chooseCommunity:
      'Wählen Sie Ihre Community. Ihr Kommentar und wo Sie ihn veröffentlichen, bleiben dort: Diese Seite erfährt beides nicht.',
    noCommunity: 'Hier steht noch keine Community. Kopieren Sie den Link, und fügen Sie ihn in einen Beitrag ein.',
    refused: {
      new: 'Neu hier: Dieser Inhalt kann in spätestens 15 Minuten geteilt werden. Ihr Entwurf bleibt.',
      unverified: 'Dieser Inhalt kann nicht geteilt werden: Seine Quelle ließ sich nicht als aktuell bestätigen.',
      'one-person': 'Das beantwortet die Frage einer einzelnen Person und kann nicht geteilt werden.',
      'no-discussion': 'Die Bedingungen des Herausgebers erlauben es nicht, das in Diskussionen zu veröffentlichen.',
      'no-resharing': 'Die Bedingungen des Herausgebers erlauben es nicht, das weiterzugeben.',
    },
    withdrawn: (reason) => `Dieser Inhalt wurde zurückgezogen. ${reason} Er kann nicht mehr geteilt werden.`,
    nobodyPosts: 'Diese Website kann das noch nicht veröffentlichen. Sie können es stattdessen kopieren.',
    hostFailed: (reason) =>
      `Es wurde nicht veröffentlicht: ${reason ?? 'Die Website hat keinen Grund genannt.'} Ihre Worte sind noch da.`,
    notChecked: 'Die Quelle ließ sich nicht prüfen. Ihre Worte sind noch da.',
  },
};

const CODES: Record<Parameters<Locale['code']>[0], string> = {
  'journal-article': 'Zeitschriftenartikel',
  'congress-abstract': 'Kongress-Abstract',
  poster: 'Poster',
  slides: 'Folien',
  'guideline-summary': 'Zusammenfassung einer Leitlinie',
  'clinical-summary': 'Klinische Zusammenfassung',
  'plain-language-summary': 'Zusammenfassung in einfacher Sprache',
  'pk-data': 'Pharmakokinetische Daten',
  'case-study': 'Fallbericht',
  'on-demand-video': 'Video auf Abruf',
  webinar: 'Webinar',
  podcast: 'Podcast',
  infographic: 'Infografik',
  'product-training': 'Produktschulung',
  'cme-module': 'CME-Modul',
  'email-series-item': 'Teil einer E-Mail-Reihe',
  'practice-management': 'Praxisführung',
  'disease-education': 'Krankheitsaufklärung',
  'pipeline-news': 'Neues aus der Entwicklung',
  'safety-notice': 'Sicherheitshinweis',
  'risk-minimisation-material': 'Material zur Risikominimierung',
  'product-information': 'Produktinformation',
  calculator: 'Rechner',
  promotional: 'Werbung',
  'non-promotional': 'Keine Werbung',
  'company-medical-education': 'Fortbildung des Unternehmens',
  'independent-medical-education': 'Unabhängige Fortbildung',
  'scientific-exchange': 'Wissenschaftlicher Austausch',
  'risk-minimisation': 'Risikominimierung',
  'medical-information-response': 'Antwort der Medizinischen Information',
};

const ROLES: Record<Parameters<Locale['role']>[0], string> = {
  publisher: 'Herausgeber',
  sponsor: 'Sponsor',
  funder: 'Geldgeber',
  reviewer: 'Gutachter',
  author: 'Autor',
  agency: 'Agentur',
  partner: 'Partner',
  mah: 'Zulassungsinhaber',
};
