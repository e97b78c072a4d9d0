import type { Locale } from '../words.js';
import { intl } from './intl.js';

const nothing = (why: string) => `Es wird nichts übermittelt: ${why}.`;
const DEPTH = {
  1: 'ein erster Beitrag war',
  2: 'einen Beitrag weitergab',
  3: 'einen schon weitergegebenen Beitrag weitergab',
} as const;
const ACT = { shared: 'geteilt', reshared: 'weitergegeben', quoted: 'zitiert' } as const;

const WHY: Readonly<Record<Parameters<Locale['ways']['missing']>[1], string>> = {
  retired: 'den Dienst gibt es nicht mehr',
  'one-person': 'das beantwortet die Frage einer einzelnen Person',
  'reuse-terms': 'die Bedingungen des Herausgebers erlauben es nicht',
  promotional: 'Werbung bleibt unter Fachkreisangehörigen',
  'verified-only': 'der Herausgeber erlaubt nur geprüfte Fachkreisangehörige',
  community: 'diese Community schickt Inhalte nicht dorthin',
};

export const locale: Locale = {
  ...intl('de'),
  state: {
    unlisted: 'Herausgeber nicht auf der Liste dieser Community',
    altered: 'Das hat der Herausgeber so nicht signiert',
    changed: 'Seit dem Teilen geändert',
    withdrawn: 'Dieser Inhalt wurde zurückgezogen',
    unchecked: 'Ließ sich gerade nicht prüfen',
    suspended: 'Vom Herausgeber ausgesetzt',
    expired: 'Gültigkeit abgelaufen',
    superseded: 'Es gibt eine neuere Fassung',
    'not-for-audience': 'Nicht für Leser in Ihrem Land',
    'hcp-only': 'Für bestätigte Fachkreisangehörige',
    verified: 'Quelle geprüft',
    'as-stated': 'Quelle laut Angabe im Beitrag',
  },
  reasons: {
    unlisted: 'Nichts wurde geprüft. Es folgt, was im Beitrag steht.',
    altered: 'Es passt nicht zur Signatur des Herausgebers und wird deshalb nicht als seines gezeigt.',
    changed: 'Was der Herausgeber jetzt vorhält, ist nicht das, was hier geteilt wurde. Es wird deshalb nicht gezeigt.',
    withdrawn: 'Der Herausgeber hat ihn zurückgezogen. Verlassen Sie sich nicht darauf.',
    unchecked: 'Ob der Inhalt noch gilt, ist nicht bekannt. Das spricht nicht gegen ihn und nicht für ihn.',
    suspended: 'Der Herausgeber überprüft diesen Inhalt. Er kann wiederkommen.',
    expired: 'Der Herausgeber hat diesen Inhalt nicht verlängert.',
    superseded: 'Der Herausgeber hat diese Fassung ersetzt.',
    'not-for-audience': 'Der Inhalt ist für ein anderes Publikum bestimmt. Die Quelle wird gezeigt, der Inhalt nicht.',
    'hcp-only': 'Der Herausgeber behält ihnen den Inhalt vor. Die Quelle wird gezeigt, der Inhalt nicht.',
    verified: 'Vom Herausgeber signiert, unverändert und aktuell.',
    'as-stated': 'Prüfen Sie sie an der Quelle.',
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
    reason: 'Grund',
    replacement: 'Was ihn ersetzt',
  },
  sharing: {
    close: 'Schließen',
    checking: 'Die Quelle wird geprüft …',
    wholeLabel: 'Die ganze Kennzeichnung, wie Leser sie sehen',
    comment: 'Ihr Kommentar',
    commentHint:
      'Ihr Kommentar gehört Ihnen; er wird dem Herausgeber nicht übermittelt. Lassen Sie alles weg, woran ein Patient zu erkennen wäre.',
    discussion: 'Diskussion',
    find: 'Diskussion suchen',
    membersRead: 'Alle Mitglieder können sie lesen',
    privateRead: 'Privat: nur manche Mitglieder können sie lesen',
    directRead: 'Direktnachricht: nur die Empfänger können sie lesen',
    looking: 'Wird gesucht …',
    notLoaded: 'Das ließ sich nicht laden. Bitte versuchen Sie es noch einmal.',
    noneFound: 'Keine Diskussion gefunden. Versuchen Sie andere Wörter.',
    notAllowed: 'Die Bedingungen des Herausgebers erlauben es nicht, das in Diskussionen zu veröffentlichen.',
    excerpts: 'Freigegebener Auszug',
    noExcerpt: 'Kein Auszug: nur Titel und Kennzeichnung',
    tie: 'Ihre Verbindung zum Sponsor',
    tieUnsaid: 'Nichts dazu sagen',
    noTie: (sponsor) => `Ich habe keine Verbindung zu ${sponsor}.`,
    aTie: (sponsor) => `Ich habe eine Verbindung zu ${sponsor}.`,
    tieHint:
      'Der Satz steht in Ihrem Beitrag, unter Ihrem Kommentar, und sonst nirgends. Er wird dem Herausgeber nicht übermittelt.',
    choose: 'Wählen Sie erst eine Diskussion.',
    post: 'Veröffentlichen',
    posting: 'Wird veröffentlicht …',
    discard: 'Entwurf verwerfen',
    discarded: 'Entwurf verworfen.',
    undo: 'Rückgängig',
    moreWays: 'Weitere Wege zu teilen',
    learn: 'Was der Herausgeber erfährt',
    nothingSent: 'Es wird nichts übermittelt.',
    notChecked: 'Die Quelle ließ sich nicht prüfen. Ihre Worte sind noch da.',
  },
  learning: {
    tell: 'Dem Herausgeber mitteilen',
    tells: ({ tells, fact }) => {
      switch (tells) {
        case 'post':
          return `Morgen oder später: dass dieser Inhalt (Fassung ${fact?.version ?? ''}) einmal in einer Diskussion ${ACT[fact?.fact as keyof typeof ACT]} wurde, die alle Mitglieder dieser Community lesen können, an welchem Tag, und dass es ${DEPTH[fact?.depth as keyof typeof DEPTH]}; dazu Adresse und Land der Community. Nicht, wer Sie sind, nicht Ihre Worte, nicht welche Diskussion.`;
        case 'crowd':
          return 'Nichts über Sie allein. Nach Ende der Woche teilt Ihre Community dem Herausgeber vielleicht mit, wie viele Ärztinnen und Ärzte hier das ungefähr getan haben: eine vom Zufall verwischte Zahl, und nur, wenn sie groß genug ist.';
        case 'browser-refuses':
          return nothing('Ihr Browser bittet alle Websites, nichts über Sie weiterzugeben (Global Privacy Control)');
        case 'never':
          return nothing('Sie möchten nie gezählt werden');
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
    exactFact: 'Genau diese Angabe',
    intro: 'Ihr Browser teilt dem eigenen Server dieser Community dies mit und sonst nichts:',
    what: 'Was geschah',
    item: 'Welcher Inhalt',
    version: 'Welche Fassung davon',
    depth: 'Wie weit es gekommen ist',
    readers: 'Wer es lesen kann',
    acts: { shared: 'Geteilt', reshared: 'Weitergegeben', quoted: 'Zitiert', 'sent-privately': 'Privat geschickt' },
    depths: [
      'Nicht in einer Diskussion',
      'Ein erster Beitrag',
      'Weitergabe eines Beitrags',
      'Weitergabe einer Weitergabe, oder noch weiter',
    ],
    members: 'Alle Mitglieder',
    stays:
      'Der Server speichert keinen Namen dazu. Eine Zufallszahl geht mit, damit nichts doppelt gezählt wird; sie ist mit nichts verknüpft und verlässt die Community nie.',
    asSent: 'So wird es gesendet',
  },
  posting: {
    postedIn: (discussions) => `Veröffentlicht in ${discussions}${/[.?!]$/.test(discussions) ? '' : '.'}`,
    seePost: 'Beitrag ansehen',
    again: 'Noch einmal teilen',
    nobodyPosts: 'Diese Website kann das noch nicht veröffentlichen. Sie können es stattdessen kopieren.',
    hostFailed: (reason) =>
      `Es wurde nicht veröffentlicht: ${reason ?? 'Die Website hat keinen Grund genannt.'} Ihre Worte sind noch da.`,
  },
  refusals: {
    new: 'Neu hier: Dieser Inhalt kann in spätestens 15 Minuten geteilt werden. Ihr Entwurf bleibt.',
    unverified: 'Dieser Inhalt kann nicht geteilt werden: Seine Quelle ließ sich nicht als aktuell bestätigen.',
    'one-person': 'Das beantwortet die Frage einer einzelnen Person und kann nicht geteilt werden.',
    'no-resharing': 'Die Bedingungen des Herausgebers erlauben es nicht, das weiterzugeben.',
    withdrawn: (reason) =>
      ['Dieser Inhalt wurde zurückgezogen.', reason, 'Er kann nicht mehr geteilt werden.'].filter(Boolean).join(' '),
  },
  ways: {
    copyLink: ['Link kopieren', 'Die Adresse des Inhalts, sonst nichts.'],
    copyLabel: ['Mit Kennzeichnung kopieren', 'Ihr Kommentar und die ganze Kennzeichnung, als Text.'],
    quote: ['Zitat kopieren', 'Der gewählte Auszug mit seiner Quelle, ohne Ihren Kommentar.'],
    eMail: [
      'E-Mail',
      'Öffnet Ihr eigenes Mailprogramm mit Ihrem Kommentar und der Kennzeichnung. Nur Sie sehen, an wen es geht.',
    ],
    print: ['Drucken', 'Die Kennzeichnung mit allen Einzelheiten, ohne Ihren Kommentar.'],
    download: ['Als Datei sichern', 'Die Kennzeichnung mit allen Einzelheiten als Seite, ohne Ihren Kommentar.'],
    document: (host) => ['Dokument holen', `Führt zu ${host}; diese Website sieht dann Ihre Adresse.`],
    qr: ['QR-Code', 'Der Link zum Inhalt, für eine Kamera.'],
    sheet: ['Andere Apps', 'Öffnet die Liste dieses Geräts. Titel und Link gehen mit, sonst nichts.'],
    network: (name, host) => [
      name,
      `Führt zu ${host}; diese Website sieht dann Ihre Adresse. Titel und Link gehen mit.`,
    ],
    qrOf: (title) => `QR-Code des Links zu „${title}“`,
    saveQr: 'Bild sichern',
    linkCopied: 'Link kopiert.',
    labelCopied: 'Mit Kennzeichnung kopiert.',
    quoteCopied: 'Zitat mit Quelle kopiert.',
    copyBlocked: 'Dieser Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text unten.',
    textToCopy: 'Text zum Kopieren',
    saved: 'Gesichert.',
    failed: 'Das ging in diesem Browser nicht. Versuchen Sie einen anderen Weg.',
    learn: 'Was der Herausgeber davon erfährt:',
    missing: (ways, why) => `Nicht hier: ${ways}; ${WHY[why]}.`,
    names: {
      copies: 'Kopieren',
      quote: 'Zitieren',
      'e-mail': 'E-Mail',
      print: 'Drucken',
      download: 'Sichern als Datei',
      networks: 'offene Netzwerke',
    },
    chooseCommunity:
      'Wählen Sie Ihre Community. Ihr Kommentar und wo Sie ihn veröffentlichen, bleiben dort: Diese Seite erfährt beides nicht.',
    noCommunity: 'Hier steht noch keine Community. Kopieren Sie den Link, und fügen Sie ihn in einen Beitrag ein.',
  },
  newer: {
    heading: 'Neuere Fassung',
    version: (n) => `Fassung ${n}`,
    unknown: 'Hier nicht bekannt. Suchen Sie sie an der Quelle.',
    passage: 'Der hier zitierte Auszug',
    same: 'Er steht wörtlich auch in der neueren Fassung.',
    changed: 'In der neueren Fassung lautet er anders:',
    gone: 'Er gehört nicht mehr zu den Auszügen, die die neuere Fassung zum Zitieren freigibt.',
    open: 'Neuere Fassung öffnen',
  },
  media: {
    kind: { video: 'Video', audio: 'Audio', image: 'Bild', pdf: 'PDF', slides: 'Folien', document: 'Dokument' },
    play: 'Hier abspielen',
    show: 'Hier zeigen',
    contacts: (hosts) => `Kommt von ${hosts}, aber erst nach Ihrem Klick. Diese Website sieht dann Ihre Adresse.`,
    chapters: 'Kapitel',
    captions: (languages) => `Untertitel: ${languages}`,
    megabytes: (n) => `${n} MB`,
    loading: 'Wird geladen …',
    checked: 'Geprüft: Das ist die Datei, die der Herausgeber signiert hat.',
    unchecked: 'Die Datei selbst wird beim Abspielen nicht geprüft.',
    differs: 'Das ist nicht die Datei, die der Herausgeber signiert hat; sie wird nicht gezeigt.',
    blocked: 'Ließ sich hier nicht zeigen: Diese Seite lässt jene Website nicht zu, oder sie hat nicht geantwortet.',
    open: 'Öffnen',
  },
  quoting: {
    quote: 'Mit Quelle zitieren',
    hint: 'Markieren Sie oben mehr als vier Wörter, um sie mit ihrer Quelle zu zitieren.',
    selected: (passage) => `Markiert: „${passage}“`,
    checking: 'Die Quelle wird geprüft …',
    approved: 'Freigegebener Auszug',
    own: (length, max) => `Ihre eigene Auswahl, kein freigegebener Auszug: ${length} von höchstens ${max} Zeichen`,
    tooLong: (length, max) =>
      `Zu lang zum Zitieren: ${length} Zeichen, der Herausgeber erlaubt ${max}. Markieren Sie weniger, oder wählen Sie hier.`,
    approvedOnly: 'Der Herausgeber lässt nur freigegebene Auszüge zitieren. Wählen Sie hier.',
    none: 'Der Herausgeber erlaubt kein Zitat aus diesem Inhalt. Sie können Titel und Kennzeichnung teilen.',
    nothingSelected: 'Markieren Sie mehr als vier Wörter des Textes, oder wählen Sie hier.',
    ownChoice: 'Nur, was Sie markiert haben',
    labelChoice: 'Kein Zitat: nur Titel und Kennzeichnung',
    choices: 'Was zitiert wird',
    choose: 'Auszug wählen',
    post: 'In einem Beitrag zitieren',
    postLabel: 'Titel und Kennzeichnung teilen',
    toCommunity: 'In Ihrer Community zitieren',
    pasteIt: 'Kopieren Sie es, und fügen Sie es in Ihrer Community ein: Diese Seite gibt keine Auswahl weiter.',
    copy: 'Mit Quelle kopieren',
    copied: 'Kopiert, mit der ganzen Kennzeichnung.',
    inCrowds: 'Wird in der Menge gezählt, ohne Sie.',
    copyBlocked: 'Dieser Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text unten.',
    textToCopy: 'Text zum Kopieren',
    ownNote: 'Meine eigene Auswahl aus diesem Inhalt, kein vom Herausgeber freigegebener Auszug.',
    passage: 'An seiner Stelle lesen',
    termsChanged: 'Die Bedingungen des Herausgebers erlauben dieses Zitat nicht mehr. Markieren Sie die Stelle neu.',
    refused: {
      new: 'Neu hier: Dieser Inhalt kann in spätestens 15 Minuten zitiert werden.',
      unverified: 'Dieser Inhalt kann nicht zitiert werden: Seine Quelle ließ sich nicht als aktuell bestätigen.',
      'one-person': 'Das beantwortet die Frage einer einzelnen Person und kann nicht zitiert werden.',
    },
    withdrawn: (reason) => `Dieser Inhalt wurde zurückgezogen. ${reason} Er kann nicht mehr zitiert werden.`,
  },
  ledger: {
    heading: 'Was gezählt wurde',
    intro:
      'Diese Liste liegt in Ihrem Browser und vergeht mit dieser Seite. Der Server Ihrer Community speichert keinen Namen zu dem, was er erfuhr.',
    introKept:
      'Diese Liste bleibt 14 Tage in Ihrem Browser oder bis Sie sich abmelden. Der Server Ihrer Community speichert keinen Namen zu dem, was er erfuhr.',
    counts: {
      none: 'Diese Community zählt nichts.',
      shares: 'Diese Community zählt Beiträge, die alle Mitglieder lesen können, und sonst nichts.',
      all: 'Diese Community zählt Beiträge, die alle Mitglieder lesen können, einzeln, und alles andere nur in der Menge, wochenweise.',
      unreachable: 'Das Zählen ließ sich nicht laden, also wird auf dieser Seite nichts gezählt.',
      'browser-refuses':
        'Ihr Browser bittet alle Websites, nichts über Sie weiterzugeben (Global Privacy Control), also wird nichts gezählt.',
    },
    empty: 'Auf dieser Seite wurde bisher nichts gezählt.',
    never: 'Mich nie zählen',
    neverOn: 'Nichts, was Sie tun, wird in diesem Browser gezählt. Teilen geht wie zuvor.',
    neverThisPage: 'Dieser Browser behält keine Einstellungen, also gilt das, bis Sie die Seite verlassen.',
    fact: {
      shared: 'Sie haben einen Inhalt geteilt',
      reshared: 'Sie haben einen Inhalt weitergegeben',
      quoted: 'Sie haben einen Inhalt zitiert',
      viewed: 'Sie haben eine Karte gelesen',
      'label-expanded': 'Sie haben die Einzelheiten einer Kennzeichnung geöffnet',
      'pi-opened': 'Sie haben eine Fachinformation geöffnet',
      'citation-opened': 'Sie haben eine Literaturstelle geöffnet',
      'source-opened': 'Sie haben einen Inhalt an der Quelle geöffnet',
      'signature-failed': 'Sie sahen eine Karte, deren Signatur nicht stimmte',
      copied: 'Sie haben einen Inhalt kopiert',
      printed: 'Sie haben einen Inhalt gedruckt',
      downloaded: 'Sie haben einen Inhalt heruntergeladen',
      saved: 'Sie haben einen Inhalt gespeichert',
      'e-mailed': 'Sie haben einen Inhalt per E-Mail verschickt',
      'sent-privately': 'Sie haben einen Inhalt privat geteilt',
      'share-removed': 'Ein Beitrag von Ihnen wurde entfernt',
      'recall-seen': 'Sie sahen, dass ein Inhalt zurückgezogen wurde',
      'stale-seen': 'Sie sahen einen Inhalt, der sich nicht prüfen ließ',
      'superseding-opened': 'Sie haben die neuere Fassung eines Inhalts geöffnet',
      'ae-link-opened': 'Sie haben ein Formular für Nebenwirkungen geöffnet',
    },
    excerpt: 'mit diesem Auszug',
    room: 'in einem Raum dieses Fachgebiets',
    blocked: (rule) => `Teilen war nicht möglich (${rule})`,
    media: (percent) => `Sie haben ${percent} % einer Aufnahme abgespielt`,
    version: (n) => `Fassung ${n}`,
    leaves: {
      public:
        'Morgen oder später teilt Ihre Community dem Herausgeber mit, dass das einmal in einer Diskussion geschah, die alle Mitglieder lesen können, und an welchem Tag. Nicht, durch wen, und nicht, in welcher Diskussion.',
      crowd:
        'Nichts über Sie allein. Nach Ende der Woche geht vielleicht eine verwischte Zahl über viele Ärztinnen und Ärzte hinaus, wenn sie groß genug ist.',
    },
    status: {
      waiting: 'Wartet in diesem Browser',
      sending: 'Unterwegs zum Server Ihrer Community',
      stored: 'Vom Server Ihrer Community gespeichert',
      refused: 'Vom Server Ihrer Community abgelehnt',
      lost: 'Verloren, bevor es gespeichert war',
    },
    exact: 'Genau diese Angabe',
    export: 'Diese Liste sichern',
    erase: 'Vergessen, was noch wartet',
    erased: 'Vergessen. Was der Server Ihrer Community schon hat, bleibt dort; es steht kein Name dabei.',
    notKept:
      'Dieser Browser hebt nichts für später auf: Was nicht gesendet ist, bevor Sie die Seite verlassen, ist verloren.',
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
