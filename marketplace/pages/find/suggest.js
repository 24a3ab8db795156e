// Suggestions below the search box (combobox with a listbox). Without it, Enter searches as ever.
for (const input of document.querySelectorAll('input[name="q"][type="search"]')) {
  const { form } = input;
  const list = document.createElement('ul');
  let asked = 0;
  let timer = 0;
  let at = -1;
  const rows = () => [...list.children];
  list.id = 'saran';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.saran);
  list.hidden = true;
  form.append(list);
  const attributes = {
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'saran',
    'aria-autocomplete': 'list',
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  const choose = (next) => {
    at = next;
    rows().forEach((row, n) => void row.setAttribute('aria-selected', n === at));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', rows()[at].id);
  };
  const show = (found) => {
    list.replaceChildren(
      ...found.map(([text, what, href], n) => {
        const row = document.createElement('li');
        const small = document.createElement('small');
        row.id = `saran-${n}`;
        row.setAttribute('role', 'option');
        row.dataset.href = href;
        small.textContent = what;
        row.append(`${text} `, small);
        return row;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', found.length > 0);
    choose(-1);
  };
  const ask = async () => {
    const mine = ++asked;
    const q = input.value.trim();
    let found = [];
    if (q.length > 1) {
      const query = new URLSearchParams({ q });
      if (form.lang?.value) query.set('lang', form.lang.value);
      const answer = await fetch(`/cari/saran?${query}`).catch(() => null);
      if (answer?.ok) found = await answer.json().catch(() => []);
    }
    if (mine === asked && document.activeElement === input) show(found);
  };
  const close = () => {
    asked++;
    clearTimeout(timer);
    show([]);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const { length } = rows();
    if (event.isComposing || length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(((at + 1 + step + length + 1) % (length + 1)) - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && at >= 0) location.assign(rows()[at].dataset.href);
    else return;
    event.preventDefault();
  });
  // The field keeps the focus, so that the list is still there when the finger comes up.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const row = event.target.closest('li');
    if (row) location.assign(row.dataset.href);
  });
}
