// Solves the proof of work of the question form (challenge.ts says what it is and checks it) once somebody begins to
// fill the form in. In the page this file starts itself again as a worker, so that typing stays smooth. Nothing is
// shown, and nothing is lost where it does not run: the message is then held until somebody looks at it. SHA-256 is
// written out because it must run a hundred thousand times a second, also on pages without https, where browsers offer
// none.

/** How long a press on "send" waits for the work at most. */
const WAIT_MS = 10_000;

const primes = [2];
for (let next = 3; primes.length < 64; next += 2) if (primes.every((prime) => next % prime !== 0)) primes.push(next);
// FIPS 180-4: the first 32 bits behind the point of the square and cube roots of the first primes.
const bitsBehindPoint = (root) => ((root % 1) * 2 ** 32) | 0;
const START = primes.slice(0, 8).map((prime) => bitsBehindPoint(Math.sqrt(prime)));
const ROUND = primes.map((prime) => bitsBehindPoint(Math.cbrt(prime)));
const words = new Int32Array(64);
const turn = (word, by) => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the SHA-256 of at most 55 ASCII characters: one block. */
function firstWord(text) {
  words.fill(0, 0, 16);
  for (let at = 0; at < text.length; at++) words[at >> 2] |= text.charCodeAt(at) << (24 - 8 * (at & 3));
  words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  words[15] = text.length * 8;
  for (let at = 16; at < 64; at++) {
    const x = words[at - 15];
    const y = words[at - 2];
    const mixed = (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    words[at] = words[at - 16] + words[at - 7] + mixed;
  }
  let [a, b, c, d, e, f, g, h] = START;
  for (let at = 0; at < 64; at++) {
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[at] + words[at];
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return (START[0] + a) >>> 0;
}

function solve({ challenge, puzzles, bits }) {
  const numbers = [];
  for (let index = 0; index < puzzles; index++) {
    let number = 0;
    while (firstWord(`${challenge}.${index}.${number}`) >>> (32 - bits) !== 0) number++;
    numbers.push(number);
  }
  return numbers.join('.');
}

if (typeof document === 'undefined') {
  self.onmessage = ({ data }) => self.postMessage(solve(data));
} else {
  const field = document.querySelector('input[name="jawaban"]');
  const { form } = field;
  const { puzzles, bits, sending } = field.dataset;
  const button = form.querySelector('[type="submit"]');
  const label = button.textContent;
  let work = null;
  const begin = () => {
    work ??= new Promise((done) => {
      const worker = new Worker('/soal.js');
      worker.onerror = done;
      worker.onmessage = ({ data }) => {
        field.value = data;
        worker.terminate();
        done();
      };
      worker.postMessage({ challenge: form.elements.soal.value, puzzles: Number(puzzles), bits: Number(bits) });
    }).catch(() => {});
    return work;
  };
  for (const kind of ['focusin', 'pointerdown', 'change']) form.addEventListener(kind, begin);

  // A person who sends before the work is done waits for it, but only for a limited time.
  let waits = false;
  form.addEventListener('submit', async (event) => {
    if (field.value !== '') return;
    event.preventDefault();
    if (waits) return;
    waits = true;
    button.textContent = sending;
    await Promise.race([begin(), new Promise((done) => setTimeout(done, WAIT_MS))]);
    form.submit();
  });
  // The person came back from the next page, and the browser restored this one as it was. A spent solution stays in the
  // form: the server then answers with a new challenge and the person's words, which a reload of the page would lose.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    waits = false;
    button.textContent = label;
  });
}
