import type { ComponentChildren } from 'preact';

/** One topic of the options page; its id is where the contents link to. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="stack">{children}</div>
    </section>
  );
}
