import type { Content, LintContext } from '@pullquote/record';
import { education, promotional, reprint, unapproved } from './rules-records.js';

/** One change to a record that its rule has nothing against, and the field at which the rule then finds something. */
export interface Case {
  readonly rule: string;
  readonly name: string;
  readonly from: () => Promise<Content>;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly context?: Partial<LintContext>;
  /** Where the rule speaks. */
  readonly at: string;
  /** A word of its message. */
  readonly says: string;
  /** The record alone cannot tell, so it only asks. */
  readonly asks?: true;
}

type Rest = Partial<Pick<Case, 'from' | 'context' | 'asks'>>;
const of = (
  rule: string,
  name: string,
  changes: Case['changes'],
  [at, says]: readonly [at: string, says: string],
  rest: Rest = {},
): Case => ({ rule, name, from: promotional, changes, at, says, ...rest });
const ASKS = { asks: true } as const;
const NONE = { products: [] };
const UK = 'aeReporting.GB.text';
const ukText = (link: string, company: string) =>
  `Adverse events should be reported. Reporting forms and information can be found at ${link}. Adverse events should also be reported to ${company}.`;
const PI_BEHIND = 'https://publisher.example/go?to=https%3A%2F%2Fother.example%2Fpi';

const ALL: readonly Case[] = [
  of('ALL-01', 'a title of characters that do not show', { title: '\u200B\u202E' }, ['title', 'read']),
  of('ALL-01', 'no id', { id: '' }, ['id', 'no id']),
  of('ALL-01', 'no version', { version: 0 }, ['version', 'no version']),
  of('ALL-01', 'an address with a fragment', { canonicalUrl: 'https://publisher.example/item#x' }, ['canonicalUrl', 'address']),
  of('ALL-02', 'a sponsor that is not named', { 'involvement.en': 'Written by Ann Writer, funded and reviewed by Acme Medical.' }, ['involvement.en', 'Parke-Davis Ltd as sponsor']),
  of('ALL-02', 'a role that is not told', { 'involvement.en': 'By Parke-Davis and Acme Medical. Funded by both.' }, ['involvement.en', 'Acme Medical as reviewer']),
  of('ALL-02', 'one language that leaves it out', { 'involvement.de': 'Von Ann Writer verfasst.' }, ['involvement.de', 'sponsor']),
  of('ALL-02', 'a language that nobody here reads', { 'involvement.fi': 'Parke-Davis, Acme Medical.' }, ['involvement.fi', 'names Acme Medical as reviewer'], ASKS),
  of('ALL-03', 'roles that do not show', { 'audience.roles': ['\u200B'] }, ['audience.roles', 'no role']),
  of('ALL-03', 'no country', { 'audience.countries': [] }, ['audience.countries', 'no country']),
  of('ALL-03', 'UK for GB', { 'audience.countries': ['US', 'UK'] }, ['audience.countries.1', 'UK is not']),
  of('ALL-03', 'EU for its members', { 'audience.countries': ['EU'] }, ['audience.countries.0', 'EU is not']),
  of('ALL-04', 'readers whom nobody checked', { 'reuse.requireVerifiedHcp': false }, ['reuse.requireVerifiedHcp', 'nobody has checked']),
  of('ALL-04', 'an open network', { 'reuse.channels': { allow: ['open-social'] } }, ['reuse.channels.allow', 'open social']),
  of('ALL-06', 'a review that is overdue', { reviewBy: '2026-11-21' }, ['reviewBy', '2026-11-21']),
  of('ALL-07', 'a hash of other words', {}, ['excerpts.0.sha256', 'hash'], { context: { excerptHashes: new Map([['e1', 'x']]) } }),
  of('ALL-07', 'an excerpt that cites nothing', { 'excerpts.0.citations': undefined }, ['excerpts.0.citations', 'cites nothing']),
  of('ALL-07', 'a citation that is not there', { 'excerpts.0.citations': [1, 7] }, ['excerpts.0.citations', 'number 7']),
  of('ALL-07', 'an accompanying text that does not show', { 'excerpts.0.mustAccompany': '\u200B' }, ['excerpts.0.mustAccompany', 'nothing']),
  of('ALL-07', 'one id twice', { 'excerpts.1': { id: 'e1', text: 'x', citations: [1], sha256: 'x' } }, ['excerpts.1.id', 'e1']),
  of('ALL-08', 'its page is promotional', {}, ['canonicalUrl', 'promotional page'], { from: reprint, context: { linkTargets: new Map([['https://publisher.example/item', 'promotional']]) } }),
  of('ALL-08', 'a cited page is promotional', { 'citations.0.url': 'https://publisher.example/ad#top' }, ['citations.0.url', 'promotional page'], { from: reprint, context: { linkTargets: new Map([['https://publisher.example/item', 'non-promotional'], ['https://publisher.example/ad', 'promotional']]) } }),
  of('ALL-08', 'a film is promotional', { media: [{ url: 'https://publisher.example/ad', mime: 'video/mp4', sha256: 'x' }] }, ['media.0.url', 'promotional page'], { from: reprint, context: { linkTargets: new Map([['https://publisher.example/item', 'non-promotional'], ['https://publisher.example/ad', 'promotional']]) } }),
  of('ALL-08', 'nobody has looked', {}, ['canonicalUrl', 'must look'], { from: reprint, context: { linkTargets: new Map() }, ...ASKS }),
  of('ALL-09', 'a brand in the title', { title: 'LIPITOR® in practice' }, ['title', 'brand Lipitor'], { from: education }),
  of('ALL-09', 'a brand in the text', { summary: 'Lipitor was one of the drugs.' }, ['summary', 'person'], { from: education, ...ASKS }),
  of('ALL-09', 'a brand in risk-minimisation material', { title: 'Lipitor: what to watch', promotionalStatus: 'risk-minimisation' }, ['title', 'person'], { from: education, ...ASKS }),
  of('ALL-12', 'a machine translation', { 'translations.0.kind': 'machine' }, ['translations.0.kind', 'machine']),
]; // prettier-ignore

const GB: readonly Case[] = [
  of('GB-01', 'no company among the parties', { parties: [{ role: 'author', name: 'Ann Writer' }] }, ['parties', 'no party']),
  of('GB-01', 'no company in the statement', { 'involvement.en': 'Written by Ann Writer.' }, ['involvement.en', 'none of the companies']),
  of('GB-01', 'no deed in the statement', { 'involvement.en': 'Parke-Davis.' }, ['involvement.en', 'what it did']),
  of('GB-01', 'a statement in another language', { language: 'de' }, ['involvement.de', 'not in English'], ASKS),
  of('GB-01', 'a mah that the statement leaves out', { parties: [{ role: 'mah', name: 'Hidden plc' }], promotionalStatus: 'non-promotional' }, ['involvement.en', 'none'], { from: reprint }),
  of('GB-02', 'no link', { 'products.0.piUrl.GB': undefined, 'products.0.obligatory.GB': undefined }, ['products.0.piUrl.GB', 'no link']),
  of('GB-02', 'text in place of the link', { 'products.0.piUrl.GB': undefined }, ['products.0.piUrl.GB', 'the whole of it'], ASKS),
  of('GB-02', 'a link behind the login', { accessGate: 'hcp-login', 'products.0.piUrl.GB': 'https://publisher.example/item#pi' }, ['products.0.piUrl.GB', 'login']),
  of('GB-02', 'a link that leads on', { 'products.0.piUrl.GB': PI_BEHIND }, ['products.0.piUrl.GB', 'one click'], ASKS),
  of('GB-02', 'no product', NONE, ['products', 'names no product']),
  of('GB-02', 'no product, and said so', { ...NONE, labelStatus: 'no-product' }, ['products', 'person'], ASKS),
  of('GB-03', 'no text', { 'aeReporting.GB': undefined }, ['aeReporting.GB', 'no adverse-event text']),
  of('GB-03', 'a word that differs', { [UK]: ukText('https://yellowcard.mhra.gov.uk/', 'Parke-Davis').replace('should also', 'may also') }, [UK, 'differs']),
  of('GB-03', 'a sentence left out', { [UK]: 'Adverse events should be reported.' }, [UK, 'differs']),
  of('GB-03', 'words before it', { [UK]: `Note: ${ukText('https://yellowcard.mhra.gov.uk/', 'Parke-Davis')}` }, [UK, 'differs']),
  of('GB-03', 'another link', { [UK]: ukText('https://evil.example/?yellowcard.mhra.gov.uk.evil.example', 'Parke-Davis') }, [UK, 'Yellow Card']),
  of('GB-03', 'a place that was not filled', { [UK]: ukText('https://yellowcard.mhra.gov.uk/', '[company]') }, [UK, 'does not give the company']),
  of('GB-03', 'a company that is no party', { [UK]: ukText('https://yellowcard.mhra.gov.uk/', 'Elsewhere Pharma') }, [UK, 'elsewhere pharma'], ASKS),
  of('GB-04', 'a brand alone', { title: 'Lipitor: drug interactions' }, ['title', 'generic name']),
  of('GB-05', 'no word on monitoring', { 'products.0.additionalMonitoring': undefined }, ['products.0.additionalMonitoring.GB', 'must look'], ASKS),
  of('GB-06', 'no date of preparation', { datePrepared: undefined }, ['datePrepared', 'date of preparation']),
  of('GB-07', 'no certification', { 'approvals.0': undefined }, ['approvals', 'No certification']),
  of('GB-07', 'an old certification', { 'approvals.0.date': '2024-11-21' }, ['approvals.0.date', 'older']),
  of('GB-07', 'a certification that expired', { 'approvals.0.expires': '2026-11-21' }, ['approvals.0.date', 'expired']),
  of('GB-08', 'an article that nobody reviewed', { 'citations.0.peerReviewed': false }, ['citations.0.peerReviewed', 'not peer reviewed'], { from: reprint }),
  of('GB-08', 'an article of which nothing is said', { 'citations.0.peerReviewed': undefined }, ['citations.0.peerReviewed', 'must look'], { from: reprint, ...ASKS }),
  of('GB-08', 'no article', { citations: [] }, ['citations', 'cites none'], { from: reprint, ...ASKS }),
  of('GB-09', 'an offer of an unapproved use', { labelStatus: 'unapproved-use' }, ['labelStatus', 'not approved']),
  of('GB-09', 'a use that may be offered', { labelStatus: 'unapproved-use' }, ['labelStatus', 'person'], { context: { share: undefined }, ...ASKS }),
]; // prettier-ignore

const EUROPE: readonly Case[] = [
  of('EU-01', 'no supply class', { 'products.0.legalClass.IE': undefined }, ['products.0.legalClass.IE', 'supply class for IE']),
  of('EU-01', 'no essentials', { 'products.0.piUrl.IE': undefined, 'products.0.safety.IE': undefined, 'products.0.obligatory.IE': undefined }, ['products.0.piUrl.IE', 'essentials']),
  of('EU-01', 'no product', NONE, ['products', 'names no product']),
  of('EU-02', 'no date', { datePrepared: undefined }, ['datePrepared', 'no date']),
  of('EU-03', 'a source without year or address', { 'citations.0': { n: 1, text: 'Data on file' } }, ['citations.0', 'neither a year']),
  of('EU-03', 'a source with a year alone', { 'citations.0.doi': undefined }, ['citations.0', 'person'], ASKS),
  of('EU-03', 'a quotation without source', { 'excerpts.0.citations': [] }, ['excerpts.0.citations', 'no source']),
  of('DE-01', 'neither text nor link', { 'products.0.piUrl.DE': undefined, 'products.0.obligatory.DE': '\u200B' }, ['products.0.obligatory.DE', 'neither']),
  of('DE-01', 'a text that lacks a field', { 'products.0.piUrl.DE': undefined, 'products.0.obligatory.DE': 'Wirkstoff, Anwendungsgebiete, Gegenanzeigen. Verschreibungspflichtig. Warnhinweise.' }, ['products.0.obligatory.DE', 'side effects']),
  of('DE-01', 'a text without what some products need', { 'products.0.piUrl.DE': undefined, 'products.0.obligatory.DE': 'Zusammensetzung, Anwendungsgebiete, Gegenanzeigen, Nebenwirkungen. Verschreibungspflichtig.' }, ['products.0.obligatory.DE', 'warnings'], ASKS),
  of('DE-01', 'a company without seat', { 'products.0.piUrl.DE': undefined, 'parties.0.seat': undefined }, ['parties', 'seat']),
  of('DE-01', 'a seat that only the text may give', { 'products.0.piUrl.DE': undefined, 'parties.0.seat': undefined, 'products.0.obligatory.DE': 'Parke-Davis' }, ['parties', 'person'], ASKS),
  of('DE-01', 'a link that leads on', { 'products.0.piUrl.DE': PI_BEHIND }, ['products.0.piUrl.DE', 'one click'], ASKS),
  of('DE-02', 'readers whom nobody checked', { 'reuse.requireVerifiedHcp': false }, ['reuse.requireVerifiedHcp', 'Fachkreise']),
  of('DE-03', 'a citation without anything', { 'citations.0': { n: 1, text: 'data on file' } }, ['citations.0.text', 'author, its date, a doi'], ASKS),
  of('FR-01', 'no visa', { 'approvals.1': undefined }, ['approvals', 'No PM visa']),
  of('FR-01', 'a visa for the public', { 'approvals.1.reference': '26/01/123456/GP/001' }, ['approvals.1.reference', 'public']),
  of('FR-01', 'a visa that expired', { 'approvals.1.expires': '2026-11-21' }, ['approvals.1.expires', 'expired']),
  of('FR-02', 'no particulars', { 'products.0.obligatory.FR': undefined }, ['products.0.obligatory.FR', 'R.5122-8']),
  of('FR-03', 'a product under reassessment', {}, ['products.0.generic', 'suspended'], { context: { reassessed: ['atorvastatin'] } }),
  of('FR-03', 'nobody has looked it up', {}, ['products.0.generic', 'look it up'], { context: { reassessed: undefined }, ...ASKS }),
  of('IT-01', 'no deposit', { 'approvals.2': undefined }, ['approvals', 'No deposit']),
  of('IT-01', 'a deposit of last week', { 'approvals.2.date': '2026-11-13' }, ['approvals.2.date', 'not 10 days']),
  of('ES-01', 'neither content nor ficha', { 'products.0.piUrl.ES': undefined, 'products.0.obligatory.ES': undefined }, ['products.0.obligatory.ES', 'minimum content']),
  of('ES-01', 'no soporte', { 'approvals.3': undefined }, ['approvals', 'soporte']),
]; // prettier-ignore

const OVERSEAS: readonly Case[] = [
  of('US-01', 'a brand alone', { title: 'Lipitor: drug interactions' }, ['title', 'established name']),
  of('US-01', 'one of two substances', { 'products.0.generic': 'amlodipine and atorvastatin' }, ['title', 'established name']),
  of('US-02', 'no risks', { 'products.0.safety.US': undefined }, ['products.0.safety.US', 'safety information']),
  of('US-02', 'no prescribing information', { 'products.0.piUrl.US': undefined }, ['products.0.piUrl.US', 'no link']),
  of('US-03', 'a boxed warning that is cut off', { 'products.0.boxedWarning.US': 'WARNING: this goes on …' }, ['products.0.boxedWarning.US', 'not whole']),
  of('US-03', 'a boxed warning cut off in brackets', { 'products.0.boxedWarning.US': 'WARNING: this goes on [more]' }, ['products.0.boxedWarning.US', 'not whole']),
  of('US-03', 'a boxed warning that no label shows', { 'products.0.boxedWarning.US': '\u200B' }, ['products.0.boxedWarning.US', 'not whole']),
  of('US-03', 'a boxed warning elsewhere alone', { 'products.0.boxedWarning': { CA: 'WARNING' } }, ['products.0.boxedWarning.US', 'CA'], ASKS),
  of('US-03', 'a boxed warning that is only spoken of', { 'products.0.boxedWarning': undefined, 'products.0.safety.US': 'See boxed warning.' }, ['products.0.safety.US', 'no product holds one'], ASKS),
  of('US-04', 'no submission', { 'approvals.4': undefined }, ['approvals', '2253']),
  of('US-05', 'promotion of it', { promotionalStatus: 'promotional' }, ['promotionalStatus', 'promotional item'], { from: unapproved }),
  of('US-05', 'no source', { citations: [] }, ['citations', 'source publication'], { from: unapproved }),
  of('US-05', 'no disclosures', { 'products.0.obligatory.US': undefined }, ['products.0.obligatory.US', 'disclosures'], { from: unapproved }),
  of('US-05', 'no product to disclose for', NONE, ['products', 'not named'], { from: unapproved }),
  of('US-06', 'a paid author who does not say so', { 'parties.2.interests': undefined }, ['parties.2.interests', 'Ann Writer was paid']),
  of('CA-01', 'no preclearance', { 'approvals.5': undefined }, ['approvals', 'PAAB']),
  of('CA-01', 'a preclearance that expired', { 'approvals.5.expires': '2026-11-21' }, ['approvals.5.expires', 'expired']),
  of('CA-01', 'no risks', { 'products.0.safety.CA': undefined }, ['products.0.safety.CA', 'without risk']),
  of('AU-01', 'neither inclusions nor link', { 'products.0.piUrl.AU': undefined, 'products.0.obligatory.AU': undefined }, ['products.0.obligatory.AU', 'required inclusions']),
]; // prettier-ignore

export const CASES: readonly Case[] = [...ALL, ...GB, ...EUROPE, ...OVERSEAS];
