import { headedBlock, heading, link, paragraph } from './mail-look';

/** Further blocks that an editor has written (`OwnWords`). */
export const ownBlocks = `<mj-raw>{% for extra in own.blocks %}</mj-raw>${headedBlock(
  `{% if extra.heading %}${heading('{{ extra.heading }}')}{% endif %}`,
  `{% for line in extra.lines %}${paragraph('{{ line }}')}{% endfor %}{% if extra.link %}<p style="margin:0;">${link('{{ extra.link.url }}', '{{ extra.link.text }}')}</p>{% endif %}`
)}<mj-raw>{% endfor %}</mj-raw>`;

export const textOwnBlocks =
  '{% for extra in own.blocks %}{% if extra.heading %}{{ extra.heading }}\n{% endif %}{% for line in extra.lines %}{{ line }}\n{% endfor %}{% if extra.link %}{{ extra.link.text }}: {{ extra.link.url }}\n{% endif %}\n{% endfor %}';
