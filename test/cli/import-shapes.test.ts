import { readSourceStream, sectionText, type SourceDocument } from 'pullquote';
import { describe, expect, it } from 'vitest';

/** Shapes that other files of these formats have and the fixtures have not. */
async function read(xml: string): Promise<SourceDocument> {
  return readSourceStream(
    (async function* () {
      // In small pieces, so that names and characters are cut in the middle.
      const bytes = new TextEncoder().encode(xml);
      for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
    })(),
  );
}

const article = (meta: string, rest = '', attributes = '') =>
  read(
    `<?xml version="1.0"?><article ${attributes} xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta><publisher><publisher-name>A &amp; B</publisher-name></publisher></journal-meta><article-meta>${meta}</article-meta></front>${rest}</article>`,
  );
const label = (body: string, head = '') =>
  read(
    `<document xmlns="urn:hl7-org:v3">${head}<component><structuredBody>${body}</structuredBody></component></document>`,
  );

describe('an article', () => {
  it('names structured funders as parties, once each', async () => {
    const { content, missing } = await article(
      `<funding-group><award-group><funding-source><institution-wrap><institution>Wellcome Trust</institution><institution-id>10.13039/100004440</institution-id></institution-wrap></funding-source></award-group>
       <award-group><funding-source>Wellcome Trust</funding-source></award-group><award-group><funding-source>NIH</funding-source></award-group></funding-group>`,
    );
    expect(content.parties?.filter(({ role }) => role === 'funder').map(({ name }) => name)).toEqual([
      'Wellcome Trust',
      'NIH',
    ]);
    expect(missing.some(({ why }) => why.includes('funding'))).toBe(false);
  });

  it('gives interests to the authors who refer to them, and to no other', async () => {
    const { content } = await article(
      `<contrib-group><contrib contrib-type="author"><name><surname>One</surname><given-names>Ann</given-names></name><xref ref-type="fn" rid="c1"/></contrib>
       <contrib contrib-type="author"><name name-style="eastern"><surname>Two</surname><given-names>Bo</given-names></name></contrib></contrib-group>
       <author-notes><fn fn-type="COI-statement" id="c1"><p>Holds shares in X.</p></fn></author-notes>`,
    );
    expect(content.parties?.slice(1)).toEqual([
      { role: 'author', name: 'Ann One', interests: 'Holds shares in X.' },
      { role: 'author', name: 'Two Bo' },
    ]);
  });

  it('flattens a title without its footnote, and keeps raised figures raised', async () => {
    const { content } = await article(
      '<title-group><article-title>Effect of <italic>Mycobacterium</italic> at 10<sup>9</sup>/L, CO<sub>2</sub> and x<sup>ab</sup><xref ref-type="fn" rid="f">*</xref><fn><p>Note</p></fn></article-title></title-group>',
    );
    expect(content.title).toBe('Effect of Mycobacterium at 10⁹/L, CO₂ and x^ab');
  });

  it('takes no date that is not a whole, real day', async () => {
    const { content, notes } = await article(
      '<pub-date pub-type="epub"><year>2013</year><month>2</month><day>30</day></pub-date><pub-date pub-type="ppub"><year>2013</year><month>3</month></pub-date>',
    );
    expect(content.datePrepared).toBeUndefined();
    expect(notes.join()).toContain('no whole day of publication');
  });

  it('reads newer dates, a licence address and PubMed’s id', async () => {
    const { content } = await article(
      `<article-id pub-id-type="pmid">24086114</article-id><article-id pub-id-type="doi">not-a-doi</article-id>
       <pub-date date-type="pub" publication-format="print" iso-8601-date="2020-05-02"><day>2</day><month>5</month><year>2020</year></pub-date>
       <pub-date date-type="pub" publication-format="electronic"><day>1</day><month>4</month><year>2020</year></pub-date>
       <permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>Open access.</license-p></license></permissions>`,
    );
    expect(content.datePrepared).toBe('2020-04-01');
    expect(content.reuse?.licence).toBe('Open access. https://creativecommons.org/licenses/by/4.0/');
    expect(content.citations?.[0]).toMatchObject({ pmid: '24086114' });
    expect(content.citations?.[0]).not.toHaveProperty('doi');
  });

  it('lists a licence that is too long for its field, and does not cut it', async () => {
    const { content, missing } = await article(
      `<permissions><license><license-p>${'word '.repeat(120)}</license-p></license></permissions>`,
    );
    expect(content.reuse).toBeUndefined();
    expect(missing.find(({ path }) => path === 'reuse.licence')?.hint).toHaveLength(599);
  });

  it('without title, language or publisher says so', async () => {
    const { missing } = await read('<article><front><article-meta/></front></article>');
    expect(missing.map(({ path }) => path)).toEqual(expect.arrayContaining(['title', 'language', 'parties']));
  });
});

describe('a label', () => {
  it('of a kit names each part, and asks for a generic name that is not there', async () => {
    const { content, missing } =
      await label(`<component><section><subject><manufacturedProduct><manufacturedProduct><name>Kit</name>
      <part><partProduct><name>Cream</name><formCode displayName="CREAM"/><asEntityWithGeneric><genericMedicine><name>stuff</name></genericMedicine></asEntityWithGeneric></partProduct></part>
      </manufacturedProduct></manufacturedProduct></subject></section></component>`);
    expect(content.products).toEqual([{ brand: 'Kit' }, { brand: 'Cream', generic: 'stuff', strengthForm: 'CREAM' }]);
    expect(missing.map(({ path }) => path)).toContain('products.0.generic');
  });

  it('keeps a boxed warning whole, title and subsections included', async () => {
    const code = '<code code="34066-1" codeSystem="2.16.840.1.113883.6.1"/>';
    const { content } =
      await label(`<component><section><subject><manufacturedProduct><manufacturedProduct><name>B</name><asEntityWithGeneric><genericMedicine><name>g</name></genericMedicine></asEntityWithGeneric></manufacturedProduct></manufacturedProduct></subject></section></component>
      <component><section>${code}<title>WARNING: HEART FAILURE</title><text><paragraph>Stop &lt; 5 mg.</paragraph><list><item>First</item><item>Second</item></list></text>
      <component><section><title>More</title><text>Loose text.</text></section></component></section></component>`);
    expect(content.products?.[0]?.boxedWarning).toEqual({
      US: 'WARNING: HEART FAILURE\nStop < 5 mg.\nFirst\nSecond\nMore\nLoose text.',
    });
  });

  it('takes only LOINC codes for section codes', async () => {
    const { sections } = await label(
      '<component><section><code code="34066-1" codeSystem="9.9.9"/><title>T</title></section></component>',
    );
    expect(sections[0]?.code).toBeUndefined();
  });

  it('loses no text between, around or inside blocks', async () => {
    const { sections } = await label(
      '<component><section><text>a<paragraph>b<list><item>c</item></list>d</paragraph>e<table><tbody><tr><td>f</td><td>g<br/>h</td></tr></tbody></table>i</text></section></component>',
    );
    expect(sections.map(sectionText)).toEqual(['a\nb\nc\nd\ne\nf | g h\ni']);
  });

  it('states its language where it has a languageCode', async () => {
    expect((await label('', '<languageCode code="en-US"/>')).content.language).toBe('en-US');
  });
});
