import type { Locale } from '../words.js';
import { intl } from './intl.js';

const nothing = (why: string) => `Rien ne sera transmis : ${why}.`;
const DEPTH = {
  1: 'un premier message',
  2: 'le repartage d’un message',
  3: 'le repartage d’un repartage, ou plus loin encore',
} as const;
const ACT = { shared: 'partagé', reshared: 'repartagé', quoted: 'cité' } as const;

export const locale: Locale = {
  ...intl('fr'),
  state: {
    unlisted: 'Éditeur absent de la liste de cette communauté',
    altered: 'Ce n’est pas ce que l’éditeur a signé',
    changed: 'Modifié depuis le partage',
    withdrawn: 'Ce contenu a été retiré',
    unchecked: 'Vérification impossible pour l’instant',
    suspended: 'Suspendu par l’éditeur',
    expired: 'Date de validité dépassée',
    superseded: 'Il existe une version plus récente',
    'not-for-audience': 'Pas destiné aux lecteurs de votre pays',
    'hcp-only': 'Réservé aux professionnels de santé vérifiés',
    verified: 'Source vérifiée',
    'as-stated': 'Source telle qu’indiquée dans le message',
  },
  reasons: {
    unlisted: 'Rien n’a été vérifié. Ce qui suit est ce que dit le message.',
    altered: 'Cela ne correspond pas à la signature de l’éditeur et n’est donc pas présenté comme venant de lui.',
    changed: 'Ce que l’éditeur détient aujourd’hui n’est pas ce qui a été partagé ici ; ce n’est donc pas montré.',
    withdrawn: 'L’éditeur l’a retiré. Ne vous y fiez pas.',
    unchecked: 'On ignore si ce contenu est toujours à jour. Cela ne dit rien contre lui, ni pour lui.',
    suspended: 'L’éditeur réexamine ce contenu. Il peut revenir.',
    expired: 'L’éditeur n’a pas renouvelé ce contenu.',
    superseded: 'L’éditeur a remplacé cette version.',
    'not-for-audience': 'Ce contenu a été préparé pour un autre public. La source est montrée, pas le contenu.',
    'hcp-only': 'L’éditeur leur réserve le contenu. La source est montrée, pas le contenu.',
    verified: 'Signé par l’éditeur, inchangé et à jour.',
    'as-stated': 'Vérifiez-la à la source.',
  },
  code: (code) => CODES[code],
  role: (role) => ROLES[role],
  labelStatus: {
    'unapproved-use': 'Décrit un usage hors autorisation',
    unlicensed: 'Décrit un produit sans autorisation de mise sur le marché',
  },
  audience: (countries, roles, fields, excluded) =>
    `Pour ${roles}${fields && ` (${fields})`}, ${countries}${excluded && `, pas pour ${excluded}`}`,
  heading: {
    involvement: 'Implication de l’entreprise',
    boxedWarning: 'Mise en garde encadrée',
    safety: 'Informations importantes de sécurité',
    obligatory: 'Mentions obligatoires',
    legalClass: 'Statut de prescription',
    prescribingInformation: 'Informations de prescription',
    piDate: 'Informations de prescription du',
    aeReporting: 'Déclarer un effet indésirable',
    approval: 'Approbation',
    datePrepared: 'Préparé le',
    lastRevised: 'Dernière révision',
    validUntil: 'Valable jusqu’au',
    canonicalUrl: 'Ouvrir à la source',
    communityFunding: 'Comment cette communauté est financée',
  },
  reference: (n) => `Référence ${n}`,
  monitoring: 'surveillance supplémentaire',
  check: 'Vérifier à la source',
  details: {
    heading: {
      summary: 'Résumé',
      party: 'Intervenant',
      translation: 'Traduction',
      version: 'Version',
      duration: 'Durée',
      access: 'Accès',
      reviewBy: 'À réexaminer avant le',
      validUntil: 'Valable jusqu’au',
      reuse: 'Réutilisation',
    },
    paid: 'rémunéré',
    notPeerReviewed: 'sans relecture par les pairs',
    minutes: (n) => `${n} min`,
    translation: { original: 'original', certified: 'certifiée', machine: 'automatique' },
    access: { open: 'Libre', 'hcp-login': 'Réservé aux professionnels de santé connectés' },
    quote: (policy, max) =>
      ({
        'approved-only': 'les extraits approuvés peuvent être cités',
        'max-length': `citations jusqu’à ${max} caractères`,
        none: 'aucune citation',
      })[policy],
    reshare: (allowed) => (allowed ? 'repartage permis' : 'pas de repartage'),
    download: (allowed) => (allowed ? 'téléchargement permis' : 'pas de téléchargement'),
    print: (allowed) => (allowed ? 'impression permise' : 'pas d’impression'),
    maxDepth: (posts) => `au plus ${posts} messages de profondeur`,
    hcpOnly: 'entre professionnels de santé vérifiés seulement',
    onlyBy: (channels) => `seulement par ${channels}`,
    notBy: (channels) => `pas par ${channels}`,
    attribution: (words) => `mention : ${words}`,
  },
  element: {
    source: 'Source et implication de l’entreprise',
    share: 'Partager',
    shareWithSource: 'Partager avec la source',
    shareInCommunity: 'Partager dans votre communauté',
    details: 'Détails',
    fewer: 'Moins de détails',
    own: 'Aussi dans ce message, avec les mots de son auteur :',
    posted: 'Ce que disait le message au moment du partage',
    reason: 'Motif',
    replacement: 'Ce qui le remplace',
  },
  sharing: {
    close: 'Fermer',
    checking: 'Vérification de la source…',
    wholeLabel: 'L’étiquette entière, telle que les lecteurs la verront',
    discussion: 'Discussion',
    find: 'Chercher une discussion',
    membersRead: 'Tous les membres peuvent la lire',
    privateRead: 'Privée : seuls certains membres peuvent la lire',
    looking: 'Recherche…',
    notLoaded: 'Les discussions n’ont pas pu être chargées. Cherchez à nouveau, ou copiez le contenu ci-dessous.',
    noneFound: 'Aucune discussion trouvée. Essayez d’autres mots.',
    comment: 'Votre commentaire',
    commentHint:
      'Votre commentaire est à vous ; il n’est pas transmis à l’éditeur. N’écrivez rien qui permette de reconnaître un patient.',
    excerpts: 'Extrait approuvé',
    noExcerpt: 'Aucun extrait : le titre et l’étiquette seulement',
    post: 'Publier',
    posting: 'Publication…',
    postedIn: (discussions) => `Publié dans ${discussions}.`,
    copyLink: 'Copier le lien',
    copyLabel: 'Copier avec l’étiquette',
    linkCopied: 'Lien copié.',
    labelCopied: 'Copié, avec son étiquette.',
    copyBlocked: 'Ce navigateur n’a pas permis la copie. Sélectionnez le texte ci-dessous.',
    textToCopy: 'Texte à copier',
    learn: 'Ce que l’éditeur apprendra',
    tell: 'Le dire à l’éditeur',
    nothingSent: 'Rien ne sera transmis.',
    exactFact: 'Le fait exact',
    factStays: 'Il va au serveur de cette communauté, qui ne garde aucun nom avec lui.',
    tells: ({ tells, fact }) => {
      switch (tells) {
        case 'post':
          return `Demain ou plus tard : que ce contenu (version ${fact?.version ?? ''}) a été ${ACT[fact?.fact as keyof typeof ACT]} une fois dans une discussion que tous les membres de cette communauté peuvent lire, quel jour, et que c’était ${DEPTH[fact?.depth as keyof typeof DEPTH]} ; avec l’adresse et le pays de la communauté. Ni qui vous êtes, ni vos mots, ni quelle discussion.`;
        case 'crowd':
          return 'Rien sur vous seul. Une fois la semaine close, votre communauté dira peut-être à l’éditeur combien de médecins ont fait cela ici, à peu près : un chiffre brouillé par le hasard, donné seulement s’il est assez grand.';
        case 'browser-refuses':
          return nothing('votre navigateur demande aux sites de ne rien transmettre sur vous (Global Privacy Control)');
        case 'never':
          return nothing('vous avez demandé à ne jamais être compté');
        case 'not-counted':
          return nothing('cela ne fait pas partie de ce qui est compté');
        case 'counts-nothing':
          return nothing('cette communauté ne compte rien');
        case 'private':
          return nothing('les partages privés ne sont pas comptés ici');
        case 'posts-only':
          return nothing('seuls les messages que tous les membres peuvent lire sont comptés ici');
        case 'depth':
          return nothing('un message à cette profondeur n’est pas compté');
        case 'ended':
          return nothing('on ne compte plus sur cette page');
        case 'unknown':
          return nothing('cette communauté n’a pas dit ce qu’elle compte');
      }
    },
    chooseCommunity:
      'Choisissez votre communauté. Votre commentaire et l’endroit où vous le publiez restent là-bas : cette page n’apprend ni l’un ni l’autre.',
    noCommunity: 'Aucune communauté n’est encore indiquée ici. Copiez le lien et collez-le dans un message.',
    refused: {
      new: 'Nouveau ici : ce contenu pourra être partagé d’ici 15 minutes. Votre brouillon reste.',
      unverified: 'Ce contenu ne peut pas être partagé : sa source n’a pas pu être confirmée comme à jour.',
      'one-person': 'Cela répond à la question d’une seule personne et ne peut pas être partagé.',
      'no-discussion': 'Les conditions de l’éditeur ne permettent pas de publier cela dans des discussions.',
      'no-resharing': 'Les conditions de l’éditeur ne permettent pas de repartager cela.',
    },
    withdrawn: (reason) => `Ce contenu a été retiré. ${reason} Il ne peut plus être partagé.`,
    nobodyPosts: 'Ce site ne sait pas encore publier cela. Vous pouvez le copier.',
    hostFailed: (reason) =>
      `Cela n’a pas été publié : ${reason ?? 'le site n’a pas dit pourquoi.'} Vos mots sont toujours là.`,
    notChecked: 'La source n’a pas pu être vérifiée. Vos mots sont toujours là.',
  },
  newer: {
    heading: 'Version plus récente',
    version: (n) => `version ${n}`,
    unknown: 'Pas connue ici. Cherchez-la à la source.',
    passage: 'Le passage cité ici',
    same: 'Il figure mot pour mot dans la version plus récente.',
    changed: 'Il est différent dans la version plus récente :',
    gone: 'Il ne fait plus partie des passages que la version plus récente propose à la citation.',
    open: 'Ouvrir la version plus récente',
  },
  media: {
    kind: {
      video: 'Vidéo',
      audio: 'Audio',
      image: 'Image',
      pdf: 'PDF',
      slides: 'Diapositives',
      document: 'Document',
    },
    play: 'Lire ici',
    show: 'Montrer ici',
    contacts: (hosts) => `Vient de ${hosts}, mais seulement après votre clic. Ce site verra alors votre adresse.`,
    chapters: 'Chapitres',
    captions: (languages) => `sous-titres : ${languages}`,
    megabytes: (n) => `${n} Mo`,
    loading: 'Chargement…',
    checked: 'Vérifié : c’est le fichier que l’éditeur a signé.',
    unchecked: 'Le fichier lui-même n’est pas vérifié pendant la lecture.',
    differs: 'Ce n’est pas le fichier que l’éditeur a signé ; il n’est donc pas montré.',
    blocked: 'Impossible de le montrer ici : cette page n’autorise pas ce site, ou le site n’a pas répondu.',
    open: 'Ouvrir',
  },
  quoting: {
    quote: 'Citer avec la source',
    hint: 'Sélectionnez plus de quatre mots ci-dessus pour les citer avec leur source.',
    selected: (passage) => `Sélection : « ${passage} »`,
    checking: 'Vérification de la source…',
    approved: 'Extrait approuvé',
    own: (length, max) => `Votre propre sélection, pas un extrait approuvé : ${length} caractères sur ${max} au plus`,
    tooLong: (length, max) =>
      `Trop long à citer : ${length} caractères, l’éditeur en permet ${max}. Sélectionnez moins, ou choisissez ici.`,
    approvedOnly: 'L’éditeur ne permet de citer que des extraits approuvés. Choisissez ici.',
    none: 'L’éditeur ne permet aucune citation de ce contenu. Vous pouvez partager le titre et l’étiquette.',
    nothingSelected: 'Sélectionnez plus de quatre mots du texte, ou choisissez ici.',
    ownChoice: 'Seulement votre sélection',
    labelChoice: 'Aucune citation : le titre et l’étiquette seulement',
    choices: 'Quoi citer',
    choose: 'Choisir un extrait',
    post: 'Citer dans un message',
    postLabel: 'Partager le titre et l’étiquette',
    toCommunity: 'Citer dans votre communauté',
    pasteIt: 'Copiez-la et collez-la dans votre communauté : cette page ne transmet aucune sélection.',
    copy: 'Copier avec la source',
    copied: 'Copié, avec l’étiquette entière.',
    inCrowds: 'Compté en nombre, sans vous.',
    copyBlocked: 'Ce navigateur n’a pas permis la copie. Sélectionnez le texte ci-dessous.',
    textToCopy: 'Texte à copier',
    ownNote: 'Ma propre sélection dans ce contenu, pas un extrait approuvé par son éditeur.',
    passage: 'Lire à sa place',
    termsChanged: 'Les conditions de l’éditeur ne permettent plus cette citation. Sélectionnez à nouveau le passage.',
    refused: {
      new: 'Nouveau ici : ce contenu pourra être cité d’ici 15 minutes.',
      unverified: 'Ce contenu ne peut pas être cité : sa source n’a pas pu être confirmée comme à jour.',
      'one-person': 'Cela répond à la question d’une seule personne et ne peut pas être cité.',
    },
    withdrawn: (reason) => `Ce contenu a été retiré. ${reason} Il ne peut plus être cité.`,
  },
  ledger: {
    heading: 'Ce qui a été compté',
    intro:
      'Cette liste est dans votre navigateur et disparaît avec cette page. Le serveur de votre communauté ne garde aucun nom avec ce qu’il a appris.',
    counts: {
      none: 'Cette communauté ne compte rien.',
      shares: 'Cette communauté compte les messages que tous ses membres peuvent lire, et rien d’autre.',
      all: 'Cette communauté compte un par un les messages que tous ses membres peuvent lire, et tout le reste seulement en nombre, par semaine.',
      unreachable: 'Le comptage n’a pas pu être chargé ; rien n’est donc compté sur cette page.',
      'browser-refuses':
        'Votre navigateur demande aux sites de ne rien transmettre sur vous (Global Privacy Control) ; rien n’est donc compté.',
    },
    empty: 'Rien n’a été compté sur cette page jusqu’ici.',
    never: 'Ne jamais me compter',
    neverOn: 'Rien de ce que vous faites dans ce navigateur n’est compté. Le partage marche comme avant.',
    neverThisPage: 'Ce navigateur ne garde pas de réglages : cela vaut jusqu’à ce que vous quittiez la page.',
    fact: {
      shared: 'Vous avez partagé un contenu',
      reshared: 'Vous avez repartagé un contenu',
      quoted: 'Vous avez cité un contenu',
      viewed: 'Vous avez lu une carte',
      'label-expanded': 'Vous avez ouvert les détails d’une étiquette',
      'pi-opened': 'Vous avez ouvert des informations de prescription',
      'citation-opened': 'Vous avez ouvert une référence',
      'source-opened': 'Vous avez ouvert un contenu à sa source',
      'signature-failed': 'Vous avez vu une carte dont la signature était fausse',
      copied: 'Vous avez copié un contenu',
      printed: 'Vous avez imprimé un contenu',
      downloaded: 'Vous avez téléchargé un contenu',
      saved: 'Vous avez enregistré un contenu',
      'e-mailed': 'Vous avez envoyé un contenu par e-mail',
      'sent-privately': 'Vous avez partagé un contenu en privé',
      'share-removed': 'Un de vos messages a été supprimé',
      'recall-seen': 'Vous avez vu qu’un contenu était retiré',
      'stale-seen': 'Vous avez vu un contenu impossible à vérifier',
      'superseding-opened': 'Vous avez ouvert la version plus récente d’un contenu',
      'ae-link-opened': 'Vous avez ouvert un formulaire d’effet indésirable',
    },
    excerpt: 'avec cet extrait',
    room: 'dans un espace de cette spécialité',
    blocked: (rule) => `Le partage n’a pas été possible (${rule})`,
    media: (percent) => `Vous avez lu ${percent} % d’un enregistrement`,
    version: (n) => `version ${n}`,
    leaves: {
      public:
        'Demain ou plus tard, votre communauté dit à l’éditeur que cela a été fait une fois dans une discussion que tous les membres peuvent lire, et quel jour. Ni par qui, ni dans quelle discussion.',
      crowd:
        'Rien sur vous seul. Une fois la semaine close, un chiffre brouillé portant sur beaucoup de médecins peut sortir, s’il est assez grand.',
    },
    status: {
      waiting: 'En attente dans ce navigateur',
      sending: 'En route vers le serveur de votre communauté',
      stored: 'Enregistré par le serveur de votre communauté',
      refused: 'Refusé par le serveur de votre communauté',
      lost: 'Perdu avant d’être enregistré',
    },
    exact: 'Le fait exact',
    export: 'Enregistrer cette liste',
    erase: 'Oublier ce qui attend',
    erased: 'Oublié. Ce que le serveur de votre communauté a déjà y reste ; aucun nom ne l’accompagne.',
    notKept:
      'Ce navigateur ne garde rien pour plus tard : ce qui n’est pas envoyé avant que vous quittiez la page est perdu.',
  },
};

const CODES: Record<Parameters<Locale['code']>[0], string> = {
  'journal-article': 'Article de revue',
  'congress-abstract': 'Résumé de congrès',
  poster: 'Poster',
  slides: 'Diapositives',
  'guideline-summary': 'Résumé de recommandations',
  'clinical-summary': 'Synthèse clinique',
  'plain-language-summary': 'Résumé en langage clair',
  'pk-data': 'Données pharmacocinétiques',
  'case-study': 'Cas clinique',
  'on-demand-video': 'Vidéo à la demande',
  webinar: 'Webinaire',
  podcast: 'Podcast',
  infographic: 'Infographie',
  'product-training': 'Formation au produit',
  'cme-module': 'Module de formation médicale continue',
  'email-series-item': 'Élément d’une série d’e-mails',
  'practice-management': 'Gestion du cabinet',
  'disease-education': 'Information sur la maladie',
  'pipeline-news': 'Nouvelles du développement',
  'safety-notice': 'Avis de sécurité',
  'risk-minimisation-material': 'Document de réduction du risque',
  'product-information': 'Information sur le produit',
  calculator: 'Calculateur',
  promotional: 'Promotionnel',
  'non-promotional': 'Non promotionnel',
  'company-medical-education': 'Formation médicale de l’entreprise',
  'independent-medical-education': 'Formation médicale indépendante',
  'scientific-exchange': 'Échange scientifique',
  'risk-minimisation': 'Réduction du risque',
  'medical-information-response': 'Réponse de l’information médicale',
};

const ROLES: Record<Parameters<Locale['role']>[0], string> = {
  publisher: 'éditeur',
  sponsor: 'sponsor',
  funder: 'financeur',
  reviewer: 'relecteur',
  author: 'auteur',
  agency: 'agence',
  partner: 'partenaire',
  mah: 'titulaire de l’AMM',
};
