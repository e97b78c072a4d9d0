import type { Locale } from '../words.js';
import { intl } from './intl.js';

const nothing = (why: string) => `Non sarà trasmesso nulla: ${why}.`;
const DEPTH = {
  1: 'un primo messaggio',
  2: 'la ricondivisione di un messaggio',
  3: 'la ricondivisione di una ricondivisione, o oltre',
} as const;
const ACT = { shared: 'condiviso', reshared: 'ricondiviso', quoted: 'citato' } as const;

export const locale: Locale = {
  ...intl('it'),
  state: {
    unlisted: 'Editore non presente nell’elenco di questa comunità',
    altered: 'Non è ciò che l’editore ha firmato',
    changed: 'Cambiato da quando è stato condiviso',
    withdrawn: 'Questo contenuto è stato ritirato',
    unchecked: 'Verifica al momento impossibile',
    suspended: 'Sospeso dall’editore',
    expired: 'Validità scaduta',
    superseded: 'Esiste una versione più recente',
    'not-for-audience': 'Non destinato ai lettori del suo Paese',
    'hcp-only': 'Per professionisti sanitari accreditati',
    verified: 'Fonte verificata',
    'as-stated': 'Fonte come indicata nel messaggio',
  },
  reasons: {
    unlisted: 'Non è stato verificato nulla. Ciò che segue è quanto dice il messaggio.',
    altered: 'Non corrisponde alla firma dell’editore, quindi non viene mostrato come suo.',
    changed: 'Ciò che l’editore detiene ora non è ciò che è stato condiviso qui, quindi non viene mostrato.',
    withdrawn: 'L’editore lo ha ritirato. Non fatevi affidamento.',
    unchecked: 'Non si sa se sia ancora attuale. Questo non dice nulla contro, né a favore.',
    suspended: 'L’editore sta riesaminando questo contenuto. Può tornare.',
    expired: 'L’editore non ha rinnovato questo contenuto.',
    superseded: 'L’editore ha sostituito questa versione.',
    'not-for-audience': 'È stato preparato per un altro pubblico. La fonte è mostrata, il contenuto no.',
    'hcp-only': 'L’editore riserva loro il contenuto. La fonte è mostrata, il contenuto no.',
    verified: 'Firmato dall’editore, immutato e attuale.',
    'as-stated': 'La verifichi alla fonte.',
  },
  code: (code) => CODES[code],
  role: (role) => ROLES[role],
  labelStatus: {
    'unapproved-use': 'Descrive un uso non approvato',
    unlicensed: 'Descrive un prodotto non autorizzato',
  },
  audience: (countries, roles, fields, excluded) =>
    `Per ${roles}${fields && ` (${fields})`}, ${countries}${excluded && `, non per ${excluded}`}`,
  heading: {
    involvement: 'Coinvolgimento dell’azienda',
    boxedWarning: 'Avvertenza nel riquadro',
    safety: 'Informazioni importanti di sicurezza',
    obligatory: 'Informazioni obbligatorie',
    legalClass: 'Regime di fornitura',
    prescribingInformation: 'Informazioni per la prescrizione',
    piDate: 'Informazioni per la prescrizione del',
    aeReporting: 'Segnalare una reazione avversa',
    approval: 'Approvazione',
    datePrepared: 'Preparato',
    lastRevised: 'Ultima revisione',
    validUntil: 'Valido fino al',
    canonicalUrl: 'Aprire alla fonte',
    communityFunding: 'Come si finanzia questa comunità',
  },
  reference: (n) => `Riferimento ${n}`,
  monitoring: 'monitoraggio addizionale',
  check: 'Verificare alla fonte',
  details: {
    heading: {
      summary: 'Sintesi',
      party: 'Partecipante',
      translation: 'Traduzione',
      version: 'Versione',
      duration: 'Durata',
      access: 'Accesso',
      reviewBy: 'Da riesaminare entro',
      validUntil: 'Valido fino al',
      reuse: 'Riutilizzo',
    },
    paid: 'retribuito',
    notPeerReviewed: 'senza revisione tra pari',
    minutes: (n) => `${n} min`,
    translation: { original: 'originale', certified: 'certificata', machine: 'automatica' },
    access: { open: 'Libero', 'hcp-login': 'Solo con accesso da professionista sanitario' },
    quote: (policy, max) =>
      ({
        'approved-only': 'si possono citare gli estratti approvati',
        'max-length': `citazioni fino a ${max} caratteri`,
        none: 'nessuna citazione',
      })[policy],
    reshare: (allowed) => (allowed ? 'si può ricondividere' : 'da non ricondividere'),
    download: (allowed) => (allowed ? 'si può scaricare' : 'da non scaricare'),
    print: (allowed) => (allowed ? 'si può stampare' : 'da non stampare'),
    maxDepth: (posts) => `al massimo ${posts} messaggi di profondità`,
    hcpOnly: 'solo tra professionisti sanitari verificati',
    onlyBy: (channels) => `solo tramite ${channels}`,
    notBy: (channels) => `non tramite ${channels}`,
    attribution: (words) => `menzione: ${words}`,
  },
  element: {
    source: 'Fonte e coinvolgimento dell’azienda',
    share: 'Condividi',
    shareWithSource: 'Condividi con la fonte',
    shareInCommunity: 'Condividi nella sua comunità',
    details: 'Dettagli',
    fewer: 'Meno dettagli',
    own: 'Anche in questo messaggio, con le parole del suo autore:',
    posted: 'Che cosa diceva il messaggio quando fu condiviso',
    reason: 'Motivo',
    replacement: 'Che cosa lo sostituisce',
  },
  sharing: {
    close: 'Chiudi',
    checking: 'Verifica della fonte…',
    wholeLabel: 'L’etichetta intera, come la vedranno i lettori',
    discussion: 'Discussione',
    find: 'Cerca una discussione',
    membersRead: 'La possono leggere tutti i membri',
    privateRead: 'Privata: la possono leggere solo alcuni membri',
    looking: 'Ricerca…',
    notLoaded: 'Non è stato possibile caricare le discussioni. Cerchi di nuovo o copi il contenuto qui sotto.',
    noneFound: 'Nessuna discussione trovata. Provi altre parole.',
    comment: 'Il suo commento',
    commentHint:
      'Il suo commento è suo; non viene trasmesso all’editore. Non scriva nulla che permetta di riconoscere un paziente.',
    excerpts: 'Estratto approvato',
    noExcerpt: 'Nessun estratto: solo titolo ed etichetta',
    post: 'Pubblica',
    posting: 'Pubblicazione…',
    postedIn: (discussions) => `Pubblicato in ${discussions}.`,
    copyLink: 'Copia link',
    copyLabel: 'Copia con l’etichetta',
    linkCopied: 'Link copiato.',
    labelCopied: 'Copiato, con la sua etichetta.',
    copyBlocked: 'Questo browser non ha permesso di copiare. Selezioni il testo qui sotto.',
    textToCopy: 'Testo da copiare',
    learn: 'Che cosa saprà l’editore',
    tell: 'Dirlo all’editore',
    nothingSent: 'Non sarà trasmesso nulla.',
    exactFact: 'Il dato esatto',
    factStays: 'Va al server di questa comunità, che non conserva alcun nome con esso.',
    tells: ({ tells, fact }) => {
      switch (tells) {
        case 'post':
          return `Domani o più tardi: che questo contenuto (versione ${fact?.version ?? ''}) è stato ${ACT[fact?.fact as keyof typeof ACT]} una volta in una discussione che tutti i membri di questa comunità possono leggere, in quale giorno, e che era ${DEPTH[fact?.depth as keyof typeof DEPTH]}; con l’indirizzo e il Paese della comunità. Non chi è lei, non le sue parole, non quale discussione.`;
        case 'crowd':
          return 'Nulla su di lei sola persona. A settimana chiusa la sua comunità dirà forse all’editore quanti medici qui lo hanno fatto, all’incirca: una cifra sfumata dal caso, data solo se è abbastanza grande.';
        case 'browser-refuses':
          return nothing('il suo browser chiede ai siti di non trasmettere nulla su di lei (Global Privacy Control)');
        case 'never':
          return nothing('ha chiesto di non essere mai contato');
        case 'not-counted':
          return nothing('non è tra le cose che si contano');
        case 'counts-nothing':
          return nothing('questa comunità non conta nulla');
        case 'private':
          return nothing('le condivisioni private qui non si contano');
        case 'posts-only':
          return nothing('qui si contano solo i messaggi che tutti i membri possono leggere');
        case 'depth':
          return nothing('un messaggio a questa profondità non si conta');
        case 'ended':
          return nothing('su questa pagina non si conta più');
        case 'unknown':
          return nothing('questa comunità non ha detto che cosa conta');
      }
    },
    chooseCommunity:
      'Scelga la sua comunità. Il suo commento e dove lo pubblica restano lì: questa pagina non saprà né l’uno né l’altro.',
    noCommunity: 'Qui non è ancora indicata alcuna comunità. Copi il link e lo incolli in un messaggio.',
    refused: {
      new: 'Nuovo qui: questo contenuto si potrà condividere entro 15 minuti. La sua bozza resta.',
      unverified:
        'Questo contenuto non si può condividere: non è stato possibile confermare che la sua fonte sia attuale.',
      'one-person': 'Risponde alla domanda di una sola persona e non si può condividere.',
      'no-discussion': 'Le condizioni dell’editore non permettono di pubblicarlo nelle discussioni.',
      'no-resharing': 'Le condizioni dell’editore non permettono di ricondividerlo.',
    },
    withdrawn: (reason) => `Questo contenuto è stato ritirato. ${reason} Non si può più condividere.`,
    nobodyPosts: 'Questo sito non può ancora pubblicarlo. Può copiarlo.',
    hostFailed: (reason) =>
      `Non è stato pubblicato: ${reason ?? 'il sito non ha detto perché.'} Le sue parole sono ancora qui.`,
    notChecked: 'Non è stato possibile verificare la fonte. Le sue parole sono ancora qui.',
  },
  newer: {
    heading: 'Versione più recente',
    version: (n) => `versione ${n}`,
    unknown: 'Qui non è nota. La cerchi alla fonte.',
    passage: 'Il passo citato qui',
    same: 'Si trova parola per parola nella versione più recente.',
    changed: 'Nella versione più recente è diverso:',
    gone: 'Non è più tra i passi che la versione più recente offre per la citazione.',
    open: 'Apri la versione più recente',
  },
  media: {
    kind: {
      video: 'Video',
      audio: 'Audio',
      image: 'Immagine',
      pdf: 'PDF',
      slides: 'Diapositive',
      document: 'Documento',
    },
    play: 'Riproduci qui',
    show: 'Mostra qui',
    contacts: (hosts) => `Viene da ${hosts}, ma solo dopo il suo clic. Quel sito vedrà allora il suo indirizzo.`,
    chapters: 'Capitoli',
    captions: (languages) => `sottotitoli: ${languages}`,
    megabytes: (n) => `${n} MB`,
    loading: 'Caricamento…',
    checked: 'Verificato: è il file che l’editore ha firmato.',
    unchecked: 'Il file in sé non viene verificato durante la riproduzione.',
    differs: 'Non è il file che l’editore ha firmato, quindi non viene mostrato.',
    blocked: 'Non è stato possibile mostrarlo qui: questa pagina non ammette quel sito, o il sito non ha risposto.',
    open: 'Apri',
  },
  quoting: {
    quote: 'Cita con la fonte',
    hint: 'Selezioni qui sopra più di quattro parole per citarle con la loro fonte.',
    selected: (passage) => `Selezionato: «${passage}»`,
    checking: 'Verifica della fonte…',
    approved: 'Estratto approvato',
    own: (length, max) => `La sua selezione, non un estratto approvato: ${length} caratteri su ${max} al massimo`,
    tooLong: (length, max) =>
      `Troppo lungo da citare: ${length} caratteri, l’editore ne permette ${max}. Selezioni meno testo o scelga qui.`,
    approvedOnly: 'L’editore permette di citare solo gli estratti approvati. Scelga qui.',
    none: 'L’editore non permette citazioni da questo contenuto. Può condividere titolo ed etichetta.',
    nothingSelected: 'Selezioni più di quattro parole del testo o scelga qui.',
    ownChoice: 'Solo ciò che ha selezionato',
    labelChoice: 'Nessuna citazione: solo titolo ed etichetta',
    choices: 'Che cosa citare',
    choose: 'Scegli un estratto',
    post: 'Cita in un messaggio',
    postLabel: 'Condividi titolo ed etichetta',
    toCommunity: 'Cita nella sua comunità',
    pasteIt: 'Lo copi e lo incolli nella sua comunità: questa pagina non trasmette alcuna selezione.',
    copy: 'Copia con la fonte',
    copied: 'Copiato, con l’etichetta intera.',
    inCrowds: 'Contato nell’insieme, senza di lei.',
    copyBlocked: 'Questo browser non ha permesso di copiare. Selezioni il testo qui sotto.',
    textToCopy: 'Testo da copiare',
    ownNote: 'Una mia selezione da questo contenuto, non un estratto approvato dal suo editore.',
    passage: 'Leggilo al suo posto',
    termsChanged: 'Le condizioni dell’editore non permettono più questa citazione. Selezioni di nuovo il passo.',
    refused: {
      new: 'Nuovo qui: questo contenuto si potrà citare entro 15 minuti.',
      unverified: 'Questo contenuto non si può citare: non è stato possibile confermare che la sua fonte sia attuale.',
      'one-person': 'Risponde alla domanda di una sola persona e non si può citare.',
    },
    withdrawn: (reason) => `Questo contenuto è stato ritirato. ${reason} Non si può più citare.`,
  },
  ledger: {
    heading: 'Che cosa è stato contato',
    intro:
      'Questo elenco è nel suo browser e scompare con questa pagina. Il server della sua comunità non conserva alcun nome con ciò che ha saputo.',
    counts: {
      none: 'Questa comunità non conta nulla.',
      shares: 'Questa comunità conta i messaggi che tutti i suoi membri possono leggere, e nient’altro.',
      all: 'Questa comunità conta uno per uno i messaggi che tutti i suoi membri possono leggere, e tutto il resto solo nell’insieme, per settimana.',
      unreachable: 'Non è stato possibile caricare il conteggio, quindi su questa pagina non si conta nulla.',
      'browser-refuses':
        'Il suo browser chiede ai siti di non trasmettere nulla su di lei (Global Privacy Control), quindi non si conta nulla.',
    },
    empty: 'Su questa pagina finora non è stato contato nulla.',
    never: 'Non contarmi mai',
    neverOn: 'Nulla di ciò che fa viene contato in questo browser. La condivisione funziona come prima.',
    neverThisPage: 'Questo browser non conserva impostazioni, quindi vale finché non lascia la pagina.',
    fact: {
      shared: 'Ha condiviso un contenuto',
      reshared: 'Ha ricondiviso un contenuto',
      quoted: 'Ha citato un contenuto',
      viewed: 'Ha letto una scheda',
      'label-expanded': 'Ha aperto i dettagli di un’etichetta',
      'pi-opened': 'Ha aperto informazioni per la prescrizione',
      'citation-opened': 'Ha aperto un riferimento',
      'source-opened': 'Ha aperto un contenuto alla fonte',
      'signature-failed': 'Ha visto una scheda con la firma errata',
      copied: 'Ha copiato un contenuto',
      printed: 'Ha stampato un contenuto',
      downloaded: 'Ha scaricato un contenuto',
      saved: 'Ha salvato un contenuto',
      'e-mailed': 'Ha inviato un contenuto per e-mail',
      'sent-privately': 'Ha condiviso un contenuto in privato',
      'share-removed': 'Un suo messaggio è stato rimosso',
      'recall-seen': 'Ha visto che un contenuto era stato ritirato',
      'stale-seen': 'Ha visto un contenuto che non si poteva verificare',
      'superseding-opened': 'Ha aperto la versione più recente di un contenuto',
      'ae-link-opened': 'Ha aperto un modulo per reazioni avverse',
    },
    excerpt: 'con questo estratto',
    room: 'in una sala di questa specialità',
    blocked: (rule) => `Non è stato possibile condividere (${rule})`,
    media: (percent) => `Ha riprodotto il ${percent} % di una registrazione`,
    version: (n) => `versione ${n}`,
    leaves: {
      public:
        'Domani o più tardi la sua comunità dice all’editore che ciò è stato fatto una volta in una discussione che tutti i membri possono leggere, e in quale giorno. Non da chi, non in quale discussione.',
      crowd:
        'Nulla su di lei sola persona. A settimana chiusa può uscire una cifra sfumata su molti medici, se è abbastanza grande.',
    },
    status: {
      waiting: 'In attesa in questo browser',
      sending: 'In viaggio verso il server della sua comunità',
      stored: 'Conservato dal server della sua comunità',
      refused: 'Rifiutato dal server della sua comunità',
      lost: 'Perso prima di essere conservato',
    },
    exact: 'Il dato esatto',
    export: 'Salva questo elenco',
    erase: 'Dimentica ciò che attende',
    erased: 'Dimenticato. Ciò che il server della sua comunità ha già resta lì; non vi è legato alcun nome.',
    notKept:
      'Questo browser non conserva nulla per dopo: ciò che non è stato inviato prima di lasciare la pagina è perso.',
  },
};

const CODES: Record<Parameters<Locale['code']>[0], string> = {
  'journal-article': 'Articolo di rivista',
  'congress-abstract': 'Abstract congressuale',
  poster: 'Poster',
  slides: 'Diapositive',
  'guideline-summary': 'Sintesi di linee guida',
  'clinical-summary': 'Sintesi clinica',
  'plain-language-summary': 'Sintesi in linguaggio semplice',
  'pk-data': 'Dati farmacocinetici',
  'case-study': 'Caso clinico',
  'on-demand-video': 'Video su richiesta',
  webinar: 'Webinar',
  podcast: 'Podcast',
  infographic: 'Infografica',
  'product-training': 'Formazione sul prodotto',
  'cme-module': 'Modulo ECM',
  'email-series-item': 'Parte di una serie di e-mail',
  'practice-management': 'Gestione dello studio',
  'disease-education': 'Informazione sulla malattia',
  'pipeline-news': 'Novità in sviluppo',
  'safety-notice': 'Avviso di sicurezza',
  'risk-minimisation-material': 'Materiale di minimizzazione del rischio',
  'product-information': 'Informazioni sul prodotto',
  calculator: 'Calcolatore',
  promotional: 'Promozionale',
  'non-promotional': 'Non promozionale',
  'company-medical-education': 'Formazione medica dell’azienda',
  'independent-medical-education': 'Formazione medica indipendente',
  'scientific-exchange': 'Scambio scientifico',
  'risk-minimisation': 'Minimizzazione del rischio',
  'medical-information-response': 'Risposta dell’informazione medica',
};

const ROLES: Record<Parameters<Locale['role']>[0], string> = {
  publisher: 'editore',
  sponsor: 'sponsor',
  funder: 'finanziatore',
  reviewer: 'revisore',
  author: 'autore',
  agency: 'agenzia',
  partner: 'partner',
  mah: 'titolare dell’autorizzazione all’immissione in commercio',
};
