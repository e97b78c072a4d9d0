import type { Locale } from '../words.js';
import { intl } from './intl.js';

const nothing = (why: string) => `No se transmitirá nada: ${why}.`;
const DEPTH = {
  1: 'un primer mensaje',
  2: 'la difusión de un mensaje',
  3: 'la difusión de algo ya difundido, o más allá',
} as const;
const ACT = { shared: 'compartió', reshared: 'difundió', quoted: 'citó' } as const;

export const locale: Locale = {
  ...intl('es'),
  state: {
    unlisted: 'El editor no está en la lista de esta comunidad',
    altered: 'Esto no es lo que firmó el editor',
    changed: 'Cambiado desde que se compartió',
    withdrawn: 'Este contenido ha sido retirado',
    unchecked: 'No se ha podido comprobar ahora',
    suspended: 'Suspendido por el editor',
    expired: 'Fuera de su plazo de validez',
    superseded: 'Hay una versión más reciente',
    'not-for-audience': 'No destinado a lectores de su país',
    'hcp-only': 'Para profesionales sanitarios acreditados',
    verified: 'Fuente comprobada',
    'as-stated': 'Fuente según consta en el mensaje',
  },
  reasons: {
    unlisted: 'No se ha comprobado nada. Lo que sigue es lo que dice el mensaje.',
    altered: 'No coincide con la firma del editor, así que no se muestra como suyo.',
    changed: 'Lo que el editor tiene ahora no es lo que se compartió aquí, así que no se muestra.',
    withdrawn: 'El editor lo ha retirado. No se base en él.',
    unchecked: 'No se sabe si sigue vigente. Eso no dice nada en su contra ni a su favor.',
    suspended: 'El editor está revisando este contenido. Puede volver.',
    expired: 'El editor no ha renovado este contenido.',
    superseded: 'El editor ha sustituido esta versión.',
    'not-for-audience': 'Se preparó para otro público. Se muestra la fuente, no el contenido.',
    'hcp-only': 'El editor les reserva el contenido. Se muestra la fuente, no el contenido.',
    verified: 'Firmado por el editor, sin cambios y vigente.',
    'as-stated': 'Compruébela en la fuente.',
  },
  code: (code) => CODES[code],
  role: (role) => ROLES[role],
  labelStatus: {
    'unapproved-use': 'Describe un uso no autorizado',
    unlicensed: 'Describe un producto sin autorización',
  },
  audience: (countries, roles, fields, excluded) =>
    `Para ${roles}${fields && ` (${fields})`}, ${countries}${excluded && `, no para ${excluded}`}`,
  heading: {
    involvement: 'Participación de la empresa',
    boxedWarning: 'Advertencia recuadrada',
    safety: 'Información importante de seguridad',
    obligatory: 'Información obligatoria',
    legalClass: 'Condiciones de dispensación',
    prescribingInformation: 'Información de prescripción',
    piDate: 'Información de prescripción de',
    aeReporting: 'Notificar una reacción adversa',
    approval: 'Aprobación',
    datePrepared: 'Preparado',
    lastRevised: 'Última revisión',
    validUntil: 'Válido hasta',
    canonicalUrl: 'Abrir en la fuente',
    communityFunding: 'Cómo se financia esta comunidad',
  },
  reference: (n) => `Referencia ${n}`,
  monitoring: 'seguimiento adicional',
  check: 'Comprobar en la fuente',
  details: {
    heading: {
      summary: 'Resumen',
      party: 'Participante',
      translation: 'Traducción',
      version: 'Versión',
      duration: 'Duración',
      access: 'Acceso',
      reviewBy: 'Revisar antes de',
      validUntil: 'Válido hasta',
      reuse: 'Reutilización',
    },
    paid: 'remunerado',
    notPeerReviewed: 'sin revisión por pares',
    minutes: (n) => `${n} min`,
    translation: { original: 'original', certified: 'certificada', machine: 'automática' },
    access: { open: 'Libre', 'hcp-login': 'Solo con acceso de profesional sanitario' },
    quote: (policy, max) =>
      ({
        'approved-only': 'pueden citarse los extractos aprobados',
        'max-length': `citas de hasta ${max} caracteres`,
        none: 'sin citas',
      })[policy],
    reshare: (allowed) => (allowed ? 'puede difundirse' : 'no debe difundirse'),
    download: (allowed) => (allowed ? 'puede descargarse' : 'no debe descargarse'),
    print: (allowed) => (allowed ? 'puede imprimirse' : 'no debe imprimirse'),
    maxDepth: (posts) => `como máximo a ${posts} mensajes de profundidad`,
    hcpOnly: 'solo entre profesionales sanitarios verificados',
    onlyBy: (channels) => `solo por ${channels}`,
    notBy: (channels) => `no por ${channels}`,
    attribution: (words) => `mención: ${words}`,
  },
  element: {
    source: 'Fuente y participación de la empresa',
    share: 'Compartir',
    shareWithSource: 'Compartir con su fuente',
    shareInCommunity: 'Compartir en su comunidad',
    details: 'Detalles',
    fewer: 'Menos detalles',
    own: 'También en este mensaje, con palabras de su autor:',
    posted: 'Lo que decía el mensaje cuando se compartió',
    reason: 'Motivo',
    replacement: 'Qué lo sustituye',
  },
  sharing: {
    close: 'Cerrar',
    checking: 'Comprobando la fuente…',
    wholeLabel: 'La etiqueta entera, como la verán los lectores',
    discussion: 'Debate',
    find: 'Buscar un debate',
    membersRead: 'Pueden leerlo todos los miembros',
    privateRead: 'Privado: solo pueden leerlo algunos miembros',
    looking: 'Buscando…',
    notLoaded: 'No se han podido cargar los debates. Busque otra vez o copie el contenido abajo.',
    noneFound: 'No se ha encontrado ningún debate. Pruebe otras palabras.',
    comment: 'Su comentario',
    commentHint:
      'Su comentario es suyo; no se transmite al editor. No escriba nada que permita reconocer a un paciente.',
    excerpts: 'Extracto aprobado',
    noExcerpt: 'Sin extracto: solo el título y la etiqueta',
    post: 'Publicar',
    posting: 'Publicando…',
    postedIn: (discussions) => `Publicado en ${discussions}.`,
    copyLink: 'Copiar enlace',
    copyLabel: 'Copiar con la etiqueta',
    linkCopied: 'Enlace copiado.',
    labelCopied: 'Copiado, con su etiqueta.',
    copyBlocked: 'Este navegador no ha permitido copiar. Seleccione el texto de abajo.',
    textToCopy: 'Texto para copiar',
    learn: 'Lo que sabrá el editor',
    tell: 'Decírselo al editor',
    nothingSent: 'No se transmitirá nada.',
    exactFact: 'El dato exacto',
    factStays: 'Va al servidor de esta comunidad, que no guarda ningún nombre con él.',
    tells: ({ tells, fact }) => {
      switch (tells) {
        case 'post':
          return `Mañana o más tarde: que este contenido (versión ${fact?.version ?? ''}) se ${ACT[fact?.fact as keyof typeof ACT]} una vez en un debate que pueden leer todos los miembros de esta comunidad, qué día, y que fue ${DEPTH[fact?.depth as keyof typeof DEPTH]}; con la dirección y el país de la comunidad. Ni quién es usted, ni sus palabras, ni qué debate.`;
        case 'crowd':
          return 'Nada sobre usted solo. Cuando termine la semana, quizá su comunidad diga al editor cuántos médicos hicieron esto aquí, más o menos: una cifra difuminada por el azar, que solo se da si es bastante grande.';
        case 'browser-refuses':
          return nothing('su navegador pide a los sitios que no transmitan nada sobre usted (Global Privacy Control)');
        case 'never':
          return nothing('usted ha pedido que no se le cuente nunca');
        case 'not-counted':
          return nothing('esto no está entre lo que se cuenta');
        case 'counts-nothing':
          return nothing('esta comunidad no cuenta nada');
        case 'private':
          return nothing('aquí no se cuenta lo que se comparte en privado');
        case 'posts-only':
          return nothing('aquí solo se cuentan los mensajes que pueden leer todos los miembros');
        case 'depth':
          return nothing('un mensaje a esta profundidad no se cuenta');
        case 'ended':
          return nothing('en esta página ya no se cuenta');
        case 'unknown':
          return nothing('esta comunidad no ha dicho qué cuenta');
      }
    },
    chooseCommunity:
      'Elija su comunidad. Su comentario y dónde lo publique se quedan allí: esta página no sabrá ninguna de las dos cosas.',
    noCommunity: 'Aún no hay ninguna comunidad aquí. Copie el enlace y péguelo en un mensaje.',
    refused: {
      new: 'Nuevo aquí: este contenido podrá compartirse en 15 minutos como mucho. Su borrador se queda.',
      unverified: 'Este contenido no puede compartirse: no se ha podido confirmar que su fuente esté vigente.',
      'one-person': 'Esto responde a la pregunta de una sola persona y no puede compartirse.',
      'no-discussion': 'Las condiciones del editor no permiten publicar esto en debates.',
      'no-resharing': 'Las condiciones del editor no permiten difundir esto.',
    },
    withdrawn: (reason) => `Este contenido ha sido retirado. ${reason} Ya no puede compartirse.`,
    nobodyPosts: 'Este sitio aún no puede publicarlo. Puede copiarlo.',
    hostFailed: (reason) =>
      `No se ha publicado: ${reason ?? 'el sitio no ha dicho por qué.'} Sus palabras siguen aquí.`,
    notChecked: 'No se ha podido comprobar la fuente. Sus palabras siguen aquí.',
  },
  newer: {
    heading: 'Versión más reciente',
    version: (n) => `versión ${n}`,
    unknown: 'No se conoce aquí. Búsquela en la fuente.',
    passage: 'El pasaje citado aquí',
    same: 'Está palabra por palabra en la versión más reciente.',
    changed: 'En la versión más reciente dice otra cosa:',
    gone: 'Ya no está entre los pasajes que la versión más reciente ofrece para citar.',
    open: 'Abrir la versión más reciente',
  },
  media: {
    kind: {
      video: 'Vídeo',
      audio: 'Audio',
      image: 'Imagen',
      pdf: 'PDF',
      slides: 'Diapositivas',
      document: 'Documento',
    },
    play: 'Reproducir aquí',
    show: 'Mostrar aquí',
    contacts: (hosts) => `Viene de ${hosts}, pero solo después de su clic. Ese sitio verá entonces su dirección.`,
    chapters: 'Capítulos',
    captions: (languages) => `subtítulos: ${languages}`,
    megabytes: (n) => `${n} MB`,
    loading: 'Cargando…',
    checked: 'Comprobado: es el archivo que firmó el editor.',
    unchecked: 'El archivo en sí no se comprueba mientras se reproduce.',
    differs: 'No es el archivo que firmó el editor, así que no se muestra.',
    blocked: 'No se ha podido mostrar aquí: esta página no admite ese sitio, o el sitio no ha respondido.',
    open: 'Abrir',
  },
  quoting: {
    quote: 'Citar con la fuente',
    hint: 'Seleccione arriba más de cuatro palabras para citarlas con su fuente.',
    selected: (passage) => `Seleccionado: «${passage}»`,
    checking: 'Comprobando la fuente…',
    approved: 'Extracto aprobado',
    own: (length, max) => `Su propia selección, no un extracto aprobado: ${length} caracteres de ${max} como máximo`,
    tooLong: (length, max) =>
      `Demasiado largo para citar: ${length} caracteres, y el editor permite ${max}. Seleccione menos o elija aquí.`,
    approvedOnly: 'El editor solo permite citar extractos aprobados. Elija aquí.',
    none: 'El editor no permite citar este contenido. Puede compartir el título y la etiqueta.',
    nothingSelected: 'Seleccione más de cuatro palabras del texto o elija aquí.',
    ownChoice: 'Solo lo que ha seleccionado',
    labelChoice: 'Sin cita: solo el título y la etiqueta',
    choices: 'Qué citar',
    choose: 'Elegir un extracto',
    post: 'Citar en un mensaje',
    postLabel: 'Compartir título y etiqueta',
    toCommunity: 'Citar en su comunidad',
    pasteIt: 'Cópielo y péguelo en su comunidad: esta página no transmite ninguna selección.',
    copy: 'Copiar con la fuente',
    copied: 'Copiado, con la etiqueta entera.',
    inCrowds: 'Se cuenta en conjunto, sin usted.',
    copyBlocked: 'Este navegador no ha permitido copiar. Seleccione el texto de abajo.',
    textToCopy: 'Texto para copiar',
    ownNote: 'Mi propia selección de este contenido, no un extracto que su editor haya aprobado.',
    passage: 'Leerlo en su lugar',
    termsChanged: 'Las condiciones del editor ya no permiten esta cita. Seleccione otra vez el pasaje.',
    refused: {
      new: 'Nuevo aquí: este contenido podrá citarse en 15 minutos como mucho.',
      unverified: 'Este contenido no puede citarse: no se ha podido confirmar que su fuente esté vigente.',
      'one-person': 'Esto responde a la pregunta de una sola persona y no puede citarse.',
    },
    withdrawn: (reason) => `Este contenido ha sido retirado. ${reason} Ya no puede citarse.`,
  },
  ledger: {
    heading: 'Lo que se ha contado',
    intro:
      'Esta lista está en su navegador y desaparece con esta página. El servidor de su comunidad no guarda ningún nombre con lo que supo.',
    counts: {
      none: 'Esta comunidad no cuenta nada.',
      shares: 'Esta comunidad cuenta los mensajes que pueden leer todos sus miembros, y nada más.',
      all: 'Esta comunidad cuenta uno a uno los mensajes que pueden leer todos sus miembros, y todo lo demás solo en conjunto, por semanas.',
      unreachable: 'No se ha podido cargar el recuento, así que en esta página no se cuenta nada.',
      'browser-refuses':
        'Su navegador pide a los sitios que no transmitan nada sobre usted (Global Privacy Control), así que no se cuenta nada.',
    },
    empty: 'En esta página aún no se ha contado nada.',
    never: 'No contarme nunca',
    neverOn: 'Nada de lo que haga se cuenta en este navegador. Compartir funciona como antes.',
    neverThisPage: 'Este navegador no guarda ajustes, así que esto vale hasta que salga de la página.',
    fact: {
      shared: 'Compartió un contenido',
      reshared: 'Difundió un contenido',
      quoted: 'Citó un contenido',
      viewed: 'Leyó una tarjeta',
      'label-expanded': 'Abrió los detalles de una etiqueta',
      'pi-opened': 'Abrió información de prescripción',
      'citation-opened': 'Abrió una referencia',
      'source-opened': 'Abrió un contenido en su fuente',
      'signature-failed': 'Vio una tarjeta con la firma incorrecta',
      copied: 'Copió un contenido',
      printed: 'Imprimió un contenido',
      downloaded: 'Descargó un contenido',
      saved: 'Guardó un contenido',
      'e-mailed': 'Envió un contenido por correo',
      'sent-privately': 'Compartió un contenido en privado',
      'share-removed': 'Se eliminó un mensaje suyo',
      'recall-seen': 'Vio que un contenido se había retirado',
      'stale-seen': 'Vio un contenido que no pudo comprobarse',
      'superseding-opened': 'Abrió la versión más reciente de un contenido',
      'ae-link-opened': 'Abrió un formulario de reacciones adversas',
    },
    excerpt: 'con este extracto',
    room: 'en una sala de esta especialidad',
    blocked: (rule) => `No se pudo compartir (${rule})`,
    media: (percent) => `Reprodujo el ${percent} % de una grabación`,
    version: (n) => `versión ${n}`,
    leaves: {
      public:
        'Mañana o más tarde su comunidad dice al editor que esto se hizo una vez en un debate que pueden leer todos los miembros, y qué día. No quién, ni en qué debate.',
      crowd:
        'Nada sobre usted solo. Cuando termine la semana puede salir una cifra difuminada sobre muchos médicos, si es bastante grande.',
    },
    status: {
      waiting: 'Esperando en este navegador',
      sending: 'De camino al servidor de su comunidad',
      stored: 'Guardado por el servidor de su comunidad',
      refused: 'Rechazado por el servidor de su comunidad',
      lost: 'Perdido antes de guardarse',
    },
    exact: 'El dato exacto',
    export: 'Guardar esta lista',
    erase: 'Olvidar lo que espera',
    erased: 'Olvidado. Lo que el servidor de su comunidad ya tiene se queda allí; no lleva ningún nombre.',
    notKept:
      'Este navegador no guarda nada para después: lo que no se haya enviado antes de salir de la página se pierde.',
  },
};

const CODES: Record<Parameters<Locale['code']>[0], string> = {
  'journal-article': 'Artículo de revista',
  'congress-abstract': 'Resumen de congreso',
  poster: 'Póster',
  slides: 'Diapositivas',
  'guideline-summary': 'Resumen de una guía clínica',
  'clinical-summary': 'Resumen clínico',
  'plain-language-summary': 'Resumen en lenguaje sencillo',
  'pk-data': 'Datos farmacocinéticos',
  'case-study': 'Caso clínico',
  'on-demand-video': 'Vídeo a la carta',
  webinar: 'Seminario web',
  podcast: 'Pódcast',
  infographic: 'Infografía',
  'product-training': 'Formación sobre el producto',
  'cme-module': 'Módulo de formación continuada',
  'email-series-item': 'Parte de una serie de correos',
  'practice-management': 'Gestión de la consulta',
  'disease-education': 'Información sobre la enfermedad',
  'pipeline-news': 'Novedades en desarrollo',
  'safety-notice': 'Aviso de seguridad',
  'risk-minimisation-material': 'Material de minimización de riesgos',
  'product-information': 'Información del producto',
  calculator: 'Calculadora',
  promotional: 'Promocional',
  'non-promotional': 'No promocional',
  'company-medical-education': 'Formación médica de la empresa',
  'independent-medical-education': 'Formación médica independiente',
  'scientific-exchange': 'Intercambio científico',
  'risk-minimisation': 'Minimización de riesgos',
  'medical-information-response': 'Respuesta de información médica',
};

const ROLES: Record<Parameters<Locale['role']>[0], string> = {
  publisher: 'editor',
  sponsor: 'patrocinador',
  funder: 'financiador',
  reviewer: 'revisor',
  author: 'autor',
  agency: 'agencia',
  partner: 'socio',
  mah: 'titular de la autorización de comercialización',
};
