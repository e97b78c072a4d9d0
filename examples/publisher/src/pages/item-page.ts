import { sectionsByCode, SPL_SECTION, type Section } from 'pullquote';
import { html, type Html } from '../html.js';
import type { DemoItem } from '../items.js';
import { audienceWords, dateWords, words } from './label-words.js';
import { layout } from './layout.js';
import { anchored, blocksHtml, sectionHtml } from './sections.js';

/** An item's own page: whose it is, the share button, what must stand beside it, and the source's text. */
export function itemPage(item: DemoItem, head?: Html): Html {
  const { content } = item;
  const { glance, sections } = textOf(item);
  return layout({
    title: content.title,
    // A promotional item's summary is for those whom it is for; what a preview may say stands in its head.
    description: content.promotionalStatus === 'promotional' ? undefined : content.summary,
    head,
    main: html`<article>
      <header class="opening">
        <p class="kicker">${words(content.promotionalStatus)} <span>${audienceWords(content)}</span></p>
        <h1>${content.title}</h1>
        ${content.summary !== undefined && html`<p class="dek">${content.summary}</p>`} ${byline(item)}
        <div class="share">
          <pq-share item="${content.canonicalUrl}"
            ><a href="${content.canonicalUrl}">Share this item: copy its address</a></pq-share
          >
        </div>
      </header>
      <div class="columns">
        ${contents(sections, glance !== undefined)}
        <div class="text">
          ${involvement(item)} ${safety(item)}
          <pq-quote item="${content.canonicalUrl}"
            >${glance && glanceHtml(glance)} ${sections.map((section) => sectionHtml(section, 2))}</pq-quote
          >
          ${references(item)}
        </div>
      </div>
    </article>`,
  });
}

/** Which part of its source each item shows. */
function textOf({ name, source }: DemoItem): { glance?: Section; sections: readonly Section[] } {
  switch (name) {
    case 'lipitor-interactions': {
      const [interactions] = sectionsByCode(source.sections, SPL_SECTION.drugInteractions);
      return interactions === undefined ? { sections: [] } : { glance: interactions, sections: interactions.sections };
    }
    case 'depression-primary-care-trial': {
      const abstract = sectionsByCode(source.sections, 'abstract');
      const body = sectionsByCode(source.sections, 'body').flatMap(({ sections }) => sections);
      return { sections: [...abstract.map((section) => ({ ...section, title: 'Abstract' })), ...body] };
    }
    case 'childrens-night-time-cold-cough':
      return {
        sections: source.sections.filter(
          ({ title, blocks, sections }) => title !== '' && blocks.length + sections.length > 0,
        ),
      };
  }
}

/** What a label's highlights say of a section, after its own first words. */
function glanceHtml({ blocks, highlights }: Section): Html {
  return html`${blocksHtml(blocks)}
    <section id="at-a-glance">
      <h2>At a glance</h2>
      ${blocksHtml(highlights)}
    </section>`;
}

function byline({ content }: DemoItem): Html {
  const authors = content.parties.filter(({ role }) => role === 'author').map(({ name }) => name);
  const publishers = content.parties.filter(({ role }) => role === 'publisher').map(({ name }) => name);
  const date = content.datePrepared ?? content.lastRevised;
  return html`<p class="byline">
    ${authors.length > 0 && html`<span>${authors.join(', ')}</span>`}
    <span>${publishers[0]}</span>
    ${date !== undefined && html`<time datetime="${date}">${dateWords(date)}</time>`}
  </p>`;
}

function contents(sections: readonly Section[], glance: boolean): Html {
  const titled = sections.map((section) => anchored(section)).filter(({ title }) => title !== '');
  return html`<nav class="contents" aria-labelledby="contents-title">
    <h2 id="contents-title">On this page</h2>
    <ol>
      ${glance && html`<li><a href="#at-a-glance">At a glance</a></li>`}
      ${titled.map(({ anchor, number, title }) => html`<li><a href="#${anchor}">${number && html`<span class="number">${number}</span> `}${title}</a></li>`)}
    </ol>
  </nav>`;
}

function involvement({ content }: DemoItem): Html {
  return html`<aside class="source" aria-labelledby="involvement-title">
    <h2 id="involvement-title">Source and company involvement</h2>
    <p>${content.involvement[content.language]}</p>
  </aside>`;
}

/** Risk stands before benefit, on the page as on the label. */
function safety({ content, name }: DemoItem): Html {
  const [product] = content.products ?? [];
  const reporting = content.aeReporting?.['US'];
  // The OTC page is the label itself: its warnings stand in the text below.
  const risk = name === 'lipitor-interactions' ? product?.safety?.['US'] : undefined;
  if (risk === undefined && reporting === undefined) return html``;
  const pi = product?.piUrl?.['US'];
  return html`<aside class="safety" aria-labelledby="safety-title">
    <h2 id="safety-title">Important safety information</h2>
    ${risk !== undefined && risk.split(/ (?=(?:Contraindications|Warnings and precautions|Adverse reactions): )/).map(labelled)}
    ${reporting !== undefined && html`<p>${reporting.text}</p>`}
    <p class="ways">
      ${pi !== undefined && html`<a href="${pi}">Prescribing information</a>`}
      ${reporting?.authorityUrl !== undefined && html`<a href="${reporting.authorityUrl}" rel="noreferrer">Report an adverse event</a>`}
    </p>
  </aside>`;
}

function labelled(text: string): Html {
  const [, heading, rest] = /^([^:]+): (.*)$/s.exec(text) ?? [undefined, '', text];
  return html`<p><strong>${heading}.</strong> ${rest}</p>`;
}

function references({ content }: DemoItem): Html {
  return html`<section class="references" id="reference">
    <h2>Reference</h2>
    <ol>
      ${(content.citations ?? []).map(
        ({ text, doi }) =>
          html`<li>
            ${text}${doi !== undefined && html` <a href="https://doi.org/${doi}" rel="noreferrer">doi:${doi}</a>`}
          </li>`,
      )}
    </ol>
    ${content.reuse.licence !== undefined && html`<p class="fine">${content.reuse.licence} Figures are left out here; they stand in the original.</p>`}
  </section>`;
}
