import type { ContentType } from '../vocabulary.js';

/** The schema.org type that says most of each kind of content without saying more than the record does. */
export const SCHEMA_ORG_TYPE: Record<ContentType, string> = {
  'journal-article': 'MedicalScholarlyArticle',
  'congress-abstract': 'ScholarlyArticle',
  poster: 'Poster',
  slides: 'PresentationDigitalDocument',
  'guideline-summary': 'Article',
  'clinical-summary': 'Article',
  'plain-language-summary': 'Article',
  'pk-data': 'Dataset',
  'case-study': 'Article',
  'on-demand-video': 'VideoObject',
  webinar: 'VideoObject',
  podcast: 'AudioObject',
  infographic: 'ImageObject',
  'product-training': 'LearningResource',
  'cme-module': 'LearningResource',
  'email-series-item': 'Article',
  'practice-management': 'Article',
  'disease-education': 'Article',
  'pipeline-news': 'Article',
  'safety-notice': 'Article',
  'risk-minimisation-material': 'Article',
  'product-information': 'Article',
  calculator: 'WebApplication',
};
