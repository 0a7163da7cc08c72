/** Categories, tags and industries: `[slug, English name, German name]`. */
export const CATEGORIES = [
  ['artificial-intelligence', 'Artificial intelligence', 'Künstliche Intelligenz'],
  ['automation', 'Automation', 'Automatisierung'],
  ['law-and-security', 'Law and security', 'Recht und Sicherheit'],
  ['leadership', 'Leadership', 'Führung'],
  ['energy', 'Energy', 'Energie'],
  ['sales-and-supply', 'Sales and supply', 'Vertrieb und Beschaffung'],
];

export const TAGS = [
  ['getting-started', 'Getting started', 'Einstieg'],
  ['hands-on', 'Hands-on', 'Mit Übungen'],
  ['for-managers', 'For managers', 'Für Führungskräfte'],
  ['for-specialists', 'For specialists', 'Für Fachleute'],
  ['case-study', 'Case study', 'Praxisbeispiel'],
  ['compliance', 'Compliance', 'Compliance'],
  ['cost-saving', 'Cost saving', 'Kosten senken'],
];

export const INDUSTRIES = [
  ['manufacturing', 'Manufacturing', 'Fertigung'],
  ['logistics', 'Logistics', 'Logistik'],
  ['professional-services', 'Professional services', 'Beratung und Dienstleistung'],
  ['public-sector', 'Public sector', 'Öffentlicher Sektor'],
  ['energy-and-utilities', 'Energy and utilities', 'Energie und Versorgung'],
  ['health-care', 'Health care', 'Gesundheitswesen'],
  ['retail', 'Retail', 'Handel'],
];
