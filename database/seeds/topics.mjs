/**
 * The demo's topics. Texts exist in both languages; `illustration` is a file in `illustrations/`. Agenda items are
 * `[minutes, title, description]`.
 */
export const TOPICS = [
  {
    slug: { en: 'from-ai-pilot-to-everyday-practice', de: 'vom-ki-piloten-in-den-alltag' },
    illustration: 'ai-practice',
    category: 'artificial-intelligence',
    tags: ['getting-started', 'for-managers', 'case-study'],
    difficultyLevel: 'beginner',
    defaultDuration: 60,
    defaultCapacity: 200,
    en: {
      material: 'Task canvas and cost sheet',
      title: 'From AI pilot to everyday practice',
      description: `Almost every company has tried out a language model by now. Far fewer use one on an ordinary Tuesday. In this session we look at what lies in between: picking a task that is worth it, agreeing on what "good enough" means, and bringing the people along who are supposed to work with it.

We follow a mid-sized machine builder from the first prototype to a tool that now drafts four out of five replies in its service department, including the two detours that the project took on the way.`,
      learningObjectives: [
        'Recognise which tasks repay the effort, and which only look as if they did',
        'Measure quality with fifty real examples instead of a gut feeling',
        'Estimate running costs before the first invoice arrives',
        'Plan the introduction so that colleagues ask for it',
      ],
      agenda: [
        [10, 'Why pilots stall', 'Three patterns that we keep meeting, and how to spot them early'],
        [
          20,
          'The case',
          'A service department, 1,100 enquiries a week and a model that did not know the spare parts',
        ],
        [15, 'Tools to take along', 'The task canvas, the example set and a cost sheet'],
        [15, 'Your questions', ''],
      ],
      prerequisites: 'No previous knowledge. It helps to have one task of your own in mind.',
      targetAudience:
        'Managing directors, heads of department and project leads in companies of 50 to 1,000 people',
    },
    de: {
      material: 'Aufgabenblatt und Kostenrechnung',
      title: 'Vom KI-Piloten in den Alltag',
      description: `Ein Sprachmodell ausprobiert hat inzwischen fast jedes Unternehmen. An einem gewöhnlichen Dienstag damit arbeiten: Das tun deutlich weniger. In diesem Webinar geht es um den Weg dazwischen – eine Aufgabe wählen, die sich lohnt, sich einigen, was „gut genug“ heißt, und die Menschen mitnehmen, die damit arbeiten sollen.

Wir begleiten einen mittelständischen Maschinenbauer vom ersten Prototyp bis zu einem Werkzeug, das heute vier von fünf Antworten im Kundendienst vorformuliert – samt den beiden Umwegen, die das Projekt genommen hat.`,
      learningObjectives: [
        'Erkennen, welche Aufgaben den Aufwand lohnen und welche nur danach aussehen',
        'Qualität mit fünfzig echten Beispielen messen statt nach Gefühl',
        'Laufende Kosten abschätzen, bevor die erste Rechnung kommt',
        'Die Einführung so planen, dass die Kolleginnen und Kollegen danach fragen',
      ],
      agenda: [
        [
          10,
          'Warum Piloten stecken bleiben',
          'Drei Muster, die uns immer wieder begegnen, und woran man sie früh erkennt',
        ],
        [
          20,
          'Das Beispiel',
          'Ein Kundendienst, 1.100 Anfragen pro Woche und ein Modell, das die Ersatzteile nicht kannte',
        ],
        [15, 'Werkzeuge zum Mitnehmen', 'Aufgabenblatt, Beispielsammlung und Kostenrechnung'],
        [15, 'Ihre Fragen', ''],
      ],
      prerequisites:
        'Keine Vorkenntnisse. Hilfreich ist eine eigene Aufgabe, an der Sie mitdenken können.',
      targetAudience:
        'Geschäftsführung, Bereichs- und Projektleitung in Unternehmen mit 50 bis 1.000 Beschäftigten',
    },
  },
  {
    slug: { en: 'automating-office-work', de: 'bueroarbeit-automatisieren' },
    illustration: 'automation',
    category: 'automation',
    tags: ['hands-on', 'cost-saving'],
    difficultyLevel: 'intermediate',
    defaultDuration: 120,
    defaultCapacity: 24,
    en: {
      material: 'Template: a process on one page',
      title: 'Automating office work without losing control',
      description: `Invoices, orders, time sheets: much of what keeps an office busy follows rules that nobody has ever written down. We write them down together, decide which steps a machine may take alone, and build a first flow that stops and asks when something looks odd.

You work on your own process. Bring one that annoys you.`,
      learningObjectives: [
        'Describe a process so that a colleague and a machine both understand it',
        'Place the points where a person has to look',
        'Build a small flow that survives wrong input',
        'Keep a record that your auditor will like',
      ],
      agenda: [
        [20, 'Reading a process', 'From the folder of printouts to a picture on one page'],
        [45, 'Workshop: your process', 'In groups of four, with a coach in each'],
        [35, 'Building the first flow', 'Input, rule, exception, record'],
        [20, 'What it costs, what it saves', ''],
      ],
      prerequisites: 'A process of your own that occurs at least ten times a week. No programming.',
      targetAudience: 'Heads of administration, accounting and order processing',
    },
    de: {
      material: 'Vorlage: ein Prozess auf einer Seite',
      title: 'Büroarbeit automatisieren, ohne die Kontrolle zu verlieren',
      description: `Rechnungen, Aufträge, Stundenzettel: Vieles, was ein Büro beschäftigt, folgt Regeln, die nie jemand aufgeschrieben hat. Wir schreiben sie gemeinsam auf, entscheiden, welche Schritte eine Maschine allein gehen darf, und bauen einen ersten Ablauf, der anhält und nachfragt, wenn etwas seltsam aussieht.

Sie arbeiten an Ihrem eigenen Prozess. Bringen Sie einen mit, der Sie ärgert.`,
      learningObjectives: [
        'Einen Prozess so beschreiben, dass ihn Menschen und Maschinen verstehen',
        'Die Stellen festlegen, an denen ein Mensch hinsehen muss',
        'Einen kleinen Ablauf bauen, der falsche Eingaben übersteht',
        'Ein Protokoll führen, das auch der Wirtschaftsprüfung gefällt',
      ],
      agenda: [
        [20, 'Einen Prozess lesen', 'Vom Ordner voller Ausdrucke zum Bild auf einer Seite'],
        [45, 'Werkstatt: Ihr Prozess', 'In Vierergruppen, jede mit Begleitung'],
        [35, 'Der erste Ablauf', 'Eingang, Regel, Ausnahme, Protokoll'],
        [20, 'Was es kostet, was es spart', ''],
      ],
      prerequisites:
        'Ein eigener Prozess, der mindestens zehnmal pro Woche vorkommt. Keine Programmierkenntnisse.',
      targetAudience: 'Leitung von Verwaltung, Buchhaltung und Auftragsabwicklung',
    },
  },
  {
    slug: {
      en: 'data-protection-when-machines-read-along',
      de: 'datenschutz-wenn-maschinen-mitlesen',
    },
    illustration: 'data-protection',
    category: 'law-and-security',
    tags: ['compliance', 'for-managers'],
    difficultyLevel: 'intermediate',
    defaultDuration: 75,
    defaultCapacity: null,
    en: {
      material: 'Template: the two-page policy',
      title: 'Data protection when machines read along',
      description: `May the assistant summarise an application? May it sit in on a customer call? Between "everything is forbidden" and "everybody does it" there is a workable middle, and it fits on two pages.

We go through eight everyday situations, say what European law asks for in each of them, and show the wording that works councils and customers have accepted.`,
      learningObjectives: [
        'Tell apart the roles of your company and of the provider',
        'Judge eight common situations with confidence',
        'Write a policy that people read to the end',
        'Know when an impact assessment is due and how short it may be',
      ],
      agenda: [
        [10, 'Who is responsible for what', 'Controller, processor, and the grey area in between'],
        [35, 'Eight situations', 'From the meeting summary to the application folder'],
        [15, 'The two-page policy', 'A template, line by line'],
        [15, 'Your questions', 'General answers; no legal advice in single cases'],
      ],
      prerequisites: 'You know the basics of the General Data Protection Regulation.',
      targetAudience: 'Data protection officers, works councils, heads of IT and human resources',
    },
    de: {
      material: 'Vorlage: die Richtlinie auf zwei Seiten',
      title: 'Datenschutz, wenn Maschinen mitlesen',
      description: `Darf der Assistent eine Bewerbung zusammenfassen? Darf er im Kundengespräch zuhören? Zwischen „alles verboten“ und „machen doch alle“ gibt es einen gangbaren Weg, und er passt auf zwei Seiten.

Wir gehen acht Situationen aus dem Alltag durch, sagen, was das europäische Recht jeweils verlangt, und zeigen Formulierungen, denen Betriebsräte und Kundschaft zugestimmt haben.`,
      learningObjectives: [
        'Die Rollen Ihres Unternehmens und des Anbieters auseinanderhalten',
        'Acht häufige Situationen sicher beurteilen',
        'Eine Richtlinie schreiben, die bis zum Ende gelesen wird',
        'Wissen, wann eine Folgenabschätzung fällig ist und wie kurz sie sein darf',
      ],
      agenda: [
        [
          10,
          'Wer wofür verantwortlich ist',
          'Verantwortliche, Auftragsverarbeiter und die Grauzone dazwischen',
        ],
        [35, 'Acht Situationen', 'Vom Besprechungsprotokoll bis zur Bewerbungsmappe'],
        [15, 'Die Richtlinie auf zwei Seiten', 'Eine Vorlage, Zeile für Zeile'],
        [15, 'Ihre Fragen', 'Allgemeine Antworten, keine Rechtsberatung im Einzelfall'],
      ],
      prerequisites: 'Sie kennen die Grundzüge der Datenschutz-Grundverordnung.',
      targetAudience: 'Datenschutzbeauftragte, Betriebsräte, IT- und Personalleitung',
    },
  },
  {
    slug: { en: 'leading-teams-you-rarely-see', de: 'teams-fuehren-die-man-selten-sieht' },
    illustration: 'leadership',
    category: 'leadership',
    tags: ['for-managers', 'getting-started'],
    difficultyLevel: 'beginner',
    defaultDuration: 60,
    defaultCapacity: 60,
    en: {
      material: 'Checklist: five habits',
      title: 'Leading teams you rarely see',
      description: `Half the team is in the office on Wednesdays, the other half has moved to the coast. Trust, pace and a sense of belonging do not come by themselves any more; they have to be arranged. That takes less than most people think, if it happens regularly.

Marcus Adeyemi shows five habits from teams that have been spread over countries for years, and what they gave up in return.`,
      learningObjectives: [
        'Agree on working rules that survive the first busy month',
        'Notice trouble when nobody mentions it',
        'Run meetings in which those on the screen count as much as those in the room',
        'Decide what belongs in writing and what never does',
      ],
      agenda: [
        [10, 'What distance changes', 'And what it does not'],
        [30, 'Five habits', 'Each with one thing to start on Monday'],
        [20, 'Conversation', 'Cases from the audience'],
      ],
      prerequisites: 'No previous knowledge, only the wish to try something.',
      targetAudience: 'Team leads and managers, new or seasoned',
    },
    de: {
      material: 'Checkliste: fünf Gewohnheiten',
      title: 'Teams führen, die man selten sieht',
      description: `Die eine Hälfte des Teams ist mittwochs im Büro, die andere ans Meer gezogen. Vertrauen, Tempo und Zusammenhalt entstehen nicht mehr von selbst, man muss sie einrichten. Das kostet weniger Zeit, als die meisten denken – wenn es regelmäßig geschieht.

Marcus Adeyemi zeigt fünf Gewohnheiten aus Teams, die seit Jahren über mehrere Länder verteilt sind, und worauf sie dafür verzichtet haben.`,
      learningObjectives: [
        'Arbeitsregeln vereinbaren, die den ersten stressigen Monat überstehen',
        'Schwierigkeiten bemerken, auch wenn niemand sie anspricht',
        'Besprechungen leiten, in denen der Bildschirm so viel zählt wie der Raum',
        'Entscheiden, was schriftlich geklärt wird und was niemals',
      ],
      agenda: [
        [10, 'Was Entfernung verändert', 'Und was nicht'],
        [30, 'Fünf Gewohnheiten', 'Jede mit einem Schritt für den nächsten Montag'],
        [20, 'Gespräch', 'Fälle aus dem Publikum'],
      ],
      prerequisites: 'Keine Vorkenntnisse, nur die Lust, etwas auszuprobieren.',
      targetAudience: 'Führungskräfte, ob neu im Amt oder erfahren',
    },
  },
  {
    slug: { en: 'what-your-meters-already-know', de: 'was-ihre-zaehler-laengst-wissen' },
    illustration: 'energy',
    category: 'energy',
    tags: ['cost-saving', 'case-study'],
    difficultyLevel: 'intermediate',
    defaultDuration: 60,
    defaultCapacity: 150,
    en: {
      material: 'Sample load profile with calculation',
      title: 'Energy costs: what your meters already know',
      description: `A quarter-hourly load profile tells you when the compressor leaks, which line idles at weekends and what the next peak will cost. Most companies receive this file every month and have never opened it.

We open one. In one hour you learn to read a load profile, to find the three most expensive habits of a building, and to work out whether a battery or a new timetable helps more.`,
      learningObjectives: [
        'Read a load profile and tell base load from peaks',
        'Find leaks, idle running and competing consumers',
        'Calculate what one kilowatt of peak load costs per year',
        'Choose between shifting, switching off and storing',
      ],
      agenda: [
        [10, 'A file with 35,040 rows', 'What is in it and how to get it'],
        [30, 'Reading along', 'A bakery, a cold store and an office tower'],
        [20, 'What pays off', 'A calculation to copy, and your questions'],
      ],
      prerequisites:
        'You are at ease with a spreadsheet. Bring your own load profile if you have one.',
      targetAudience: 'Energy managers, technical directors, controllers',
    },
    de: {
      material: 'Beispiel-Lastgang mit Rechnung',
      title: 'Energiekosten: Was Ihre Zähler längst wissen',
      description: `Ein Lastgang im Viertelstundentakt verrät, wann der Kompressor undicht ist, welche Anlage am Wochenende leer läuft und was die nächste Lastspitze kostet. Die meisten Unternehmen bekommen diese Datei jeden Monat und haben sie noch nie geöffnet.

Wir öffnen eine. In einer Stunde lernen Sie, einen Lastgang zu lesen, die drei teuersten Gewohnheiten eines Gebäudes zu finden und auszurechnen, ob ein Speicher oder ein anderer Zeitplan mehr hilft.`,
      learningObjectives: [
        'Einen Lastgang lesen und Grundlast von Spitzen unterscheiden',
        'Lecks, Leerlauf und gleichzeitige Verbraucher finden',
        'Berechnen, was ein Kilowatt Spitzenlast im Jahr kostet',
        'Zwischen Verschieben, Abschalten und Speichern wählen',
      ],
      agenda: [
        [10, 'Eine Datei mit 35.040 Zeilen', 'Was darin steht und wie man an sie kommt'],
        [30, 'Gemeinsam lesen', 'Eine Bäckerei, ein Kühlhaus und ein Bürohochhaus'],
        [20, 'Was sich rechnet', 'Eine Rechnung zum Übernehmen und Ihre Fragen'],
      ],
      prerequisites: 'Sicherer Umgang mit Tabellen. Bringen Sie gern Ihren eigenen Lastgang mit.',
      targetAudience: 'Energiemanagement, technische Leitung, Controlling',
    },
  },
  {
    slug: {
      en: 'the-first-72-hours-of-a-cyber-incident',
      de: 'die-ersten-72-stunden-nach-einem-cyberangriff',
    },
    illustration: 'incident',
    category: 'law-and-security',
    tags: ['for-specialists', 'hands-on', 'compliance'],
    difficultyLevel: 'advanced',
    defaultDuration: 90,
    defaultCapacity: 40,
    en: {
      material: 'The laminated page: an emergency plan',
      title: 'The first 72 hours of a cyber incident',
      description: `It is Friday, 16:40, and the file server answers with a ransom note. What happens in the following three days decides whether a company is back on Tuesday or in spring.

Sofia Lindqvist has led more than forty such weekends. Hour by hour she shows which decisions come first, which can wait, who has to be told by when, and why the coffee machine belongs in the emergency plan.`,
      learningObjectives: [
        'Put the decisions of the first day in the right order',
        'Keep evidence while systems are being saved',
        'Meet the reporting deadlines without saying too much',
        'Leave with a plan that fits on one laminated page',
      ],
      agenda: [
        [15, 'Friday, 16:40', 'The first hour'],
        [40, 'Through the weekend', 'Containment, evidence, communication, sleep'],
        [20, 'Monday', 'Authorities, customers, restart'],
        [15, 'Your questions', ''],
      ],
      prerequisites:
        'Responsibility for IT, security or crisis management. A look at your own emergency plan beforehand is worthwhile.',
      targetAudience: 'Heads of IT, security officers, members of crisis teams',
    },
    de: {
      material: 'Die laminierte Seite: ein Notfallplan',
      title: 'Die ersten 72 Stunden nach einem Cyberangriff',
      description: `Freitag, 16:40 Uhr, und der Dateiserver antwortet mit einer Lösegeldforderung. Was in den folgenden drei Tagen geschieht, entscheidet, ob ein Unternehmen am Dienstag wieder arbeitet oder im Frühjahr.

Sofia Lindqvist hat mehr als vierzig solcher Wochenenden geleitet. Stunde für Stunde zeigt sie, welche Entscheidungen zuerst kommen, welche warten können, wer bis wann Bescheid wissen muss und warum die Kaffeemaschine in den Notfallplan gehört.`,
      learningObjectives: [
        'Die Entscheidungen des ersten Tages in die richtige Reihenfolge bringen',
        'Spuren sichern, während Systeme gerettet werden',
        'Meldefristen einhalten, ohne zu viel zu sagen',
        'Mit einem Plan nach Hause gehen, der auf eine laminierte Seite passt',
      ],
      agenda: [
        [15, 'Freitag, 16:40 Uhr', 'Die erste Stunde'],
        [40, 'Durch das Wochenende', 'Eindämmen, Spuren, Kommunikation, Schlaf'],
        [20, 'Montag', 'Behörden, Kundschaft, Neustart'],
        [15, 'Ihre Fragen', ''],
      ],
      prerequisites:
        'Verantwortung für IT, Sicherheit oder Krisenmanagement. Ein Blick in den eigenen Notfallplan lohnt sich vorab.',
      targetAudience: 'IT-Leitung, Sicherheitsbeauftragte, Mitglieder von Krisenstäben',
    },
  },
  {
    slug: {
      en: 'supply-chains-from-gut-feeling-to-forecast',
      de: 'lieferketten-vom-bauchgefuehl-zur-prognose',
    },
    illustration: 'supply-chain',
    category: 'sales-and-supply',
    tags: ['for-specialists', 'case-study'],
    difficultyLevel: 'advanced',
    defaultDuration: 75,
    defaultPrice: 4900,
    defaultCapacity: 100,
    en: {
      material: 'Workbook: forecast and safety stock',
      title: 'Supply chains: from gut feeling to forecast',
      description: `Experienced buyers are right surprisingly often. A simple statistical model is right a little more often, and above all it knows how wrong it may be. The two together make better decisions than either alone.

We build a demand forecast for two hundred articles from three years of orders, compare it with the people who know the articles by name, and turn the difference into a stock level that can be defended in front of finance.`,
      learningObjectives: [
        'Tell apart what can be forecast and what can only be buffered',
        'Build a baseline that a better model has to beat first',
        'Bring the judgement of buyers in without double counting',
        'Translate uncertainty into safety stock and money',
      ],
      agenda: [
        [15, 'What history tells', 'Season, trend, and the year that does not count'],
        [30, 'The model and the buyers', 'A contest with an unexpected winner'],
        [15, 'From forecast to stock', 'Service level, safety stock, capital'],
        [15, 'Your questions', ''],
      ],
      prerequisites:
        'You plan demand or stock today. Basic statistics: mean and standard deviation.',
      targetAudience: 'Purchasing, production planning, logistics',
    },
    de: {
      material: 'Arbeitsmappe: Prognose und Sicherheitsbestand',
      title: 'Lieferketten: vom Bauchgefühl zur Prognose',
      description: `Erfahrene Einkäuferinnen und Einkäufer liegen erstaunlich oft richtig. Ein einfaches statistisches Modell liegt noch etwas öfter richtig, und vor allem weiß es, wie falsch es liegen kann. Gemeinsam entscheiden beide besser als jeder für sich.

Wir bauen aus drei Jahren Bestellungen eine Bedarfsprognose für zweihundert Artikel, vergleichen sie mit den Menschen, die diese Artikel beim Namen kennen, und machen aus dem Unterschied einen Bestand, der sich vor der Finanzabteilung vertreten lässt.`,
      learningObjectives: [
        'Unterscheiden, was sich vorhersagen und was sich nur abpuffern lässt',
        'Eine Grundlinie bauen, die ein besseres Modell erst schlagen muss',
        'Das Urteil des Einkaufs einbringen, ohne es doppelt zu zählen',
        'Unsicherheit in Sicherheitsbestand und Geld übersetzen',
      ],
      agenda: [
        [15, 'Was die Vergangenheit erzählt', 'Saison, Trend und das Jahr, das nicht zählt'],
        [30, 'Das Modell und der Einkauf', 'Ein Wettstreit mit unerwartetem Ausgang'],
        [15, 'Von der Prognose zum Bestand', 'Servicegrad, Sicherheitsbestand, Kapital'],
        [15, 'Ihre Fragen', ''],
      ],
      prerequisites:
        'Sie planen heute Bedarf oder Bestand. Grundlagen der Statistik: Mittelwert und Standardabweichung.',
      targetAudience: 'Einkauf, Produktionsplanung, Logistik',
    },
  },
  {
    slug: {
      en: 'pricing-services-with-confidence',
      de: 'dienstleistungen-selbstbewusst-bepreisen',
    },
    illustration: 'pricing',
    category: 'sales-and-supply',
    tags: ['hands-on', 'for-managers'],
    difficultyLevel: 'intermediate',
    defaultDuration: 180,
    defaultPrice: 14900,
    defaultCapacity: 12,
    en: {
      material: 'Worksheet: three packages',
      title: 'Pricing services with confidence',
      description: `Hours times rate is the most honest way to earn too little. In a small group we rewrite three offers, yours among them: first what the customer gains, then how that is packaged, and only at the end what it costs.

Each participant leaves with a revised offer and has defended it once against a purchaser who enjoys the role.`,
      learningObjectives: [
        'Describe the gain in words that the customer uses',
        'Build three packages without a decoy',
        'Name a price and then stay silent',
        'React to "the others are cheaper" without giving a discount',
      ],
      agenda: [
        [40, 'From effort to gain', 'With two offers from practice'],
        [70, 'Workshop: your offer', 'Packages, price points, wording'],
        [10, 'Break', ''],
        [60, 'The negotiation', 'Role play in pairs and a short review'],
      ],
      prerequisites: 'An offer of your own, made anonymous, of up to three pages.',
      targetAudience: 'Agencies, engineering offices, consultants, service companies',
    },
    de: {
      material: 'Arbeitsblatt: drei Pakete',
      title: 'Dienstleistungen selbstbewusst bepreisen',
      description: `Stunden mal Stundensatz ist die ehrlichste Art, zu wenig zu verdienen. In kleiner Runde schreiben wir drei Angebote neu, auch Ihres: zuerst, was die Kundschaft gewinnt, dann, wie sich das verpacken lässt, und erst am Ende, was es kostet.

Alle gehen mit einem überarbeiteten Angebot nach Hause und haben es einmal gegen einen Einkäufer verteidigt, dem diese Rolle Freude macht.`,
      learningObjectives: [
        'Den Nutzen in den Worten der Kundschaft beschreiben',
        'Drei Pakete schnüren, ohne eines davon als Köder',
        'Einen Preis nennen und dann schweigen',
        'Auf „die anderen sind billiger“ antworten, ohne Rabatt zu geben',
      ],
      agenda: [
        [40, 'Vom Aufwand zum Nutzen', 'Mit zwei Angeboten aus der Praxis'],
        [70, 'Werkstatt: Ihr Angebot', 'Pakete, Preispunkte, Formulierungen'],
        [10, 'Pause', ''],
        [60, 'Die Verhandlung', 'Rollenspiel zu zweit und kurze Auswertung'],
      ],
      prerequisites: 'Ein eigenes, anonymisiertes Angebot von höchstens drei Seiten.',
      targetAudience: 'Agenturen, Ingenieurbüros, Beratungen, Dienstleistungsunternehmen',
    },
  },
];
