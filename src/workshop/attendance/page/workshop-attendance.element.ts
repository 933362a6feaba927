import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { WorkElement } from '../../page/work-element.ts';
import {
  type Attendance,
  attendanceFields,
  attendanceSchema,
  type Attendee,
  attendeesIn,
} from '../attendance.ts';

/** `<workshop-attendance>`: a certificate of attendance for each name in a list, one per page. */
class WorkshopAttendance extends WorkElement<Attendance> {
  protected readonly kind = 'attendance';
  protected readonly schema = attendanceSchema;

  protected fresh(): Attendance {
    return {
      ...{ workshop: '', place: '', dates: '', hours: '', organiser: '' },
      ...{ signatory: '', office: '', names: '' },
    };
  }

  protected begin() {
    // Only the certificates are printed; the style sheet selects them by this class.
    document.documentElement.classList.add('attendance');
    for (const field of attendanceFields) {
      const input = this.#field(field);
      input?.addEventListener('input', () => this.#type({ [field]: input.value.slice(0, 200) }));
    }
    const names = part(this, 'names') as HTMLTextAreaElement;
    names.addEventListener('input', () => this.#type({ names: names.value.slice(0, 40_000) }));
    const list = part(this, 'list') as HTMLInputElement;
    list.addEventListener('change', () => void this.#add(list));
    part(this, 'print').addEventListener('click', () => print());
  }

  #field = (name: string) => this.querySelector<HTMLInputElement>(`[data-field="${name}"]`);

  #type(change: Partial<Attendance>) {
    this.keep({ ...this.work, ...change });
    this.#showLeaves();
  }

  /** Appends the names in a file to the existing list. */
  async #add(input: HTMLInputElement) {
    const text = await input.files?.[0]?.text().catch(() => '');
    input.value = '';
    if (text === undefined) return;
    const names = `${this.work.names.trimEnd()}\n${text.replace(/^\uFEFF/, '')}`.trimStart();
    this.change({ ...this.work, names: names.slice(0, 40_000) });
  }

  protected show() {
    for (const name of attendanceFields) {
      const field = this.#field(name);
      if (field) field.value = this.work[name];
    }
    (part(this, 'names') as HTMLTextAreaElement).value = this.work.names;
    this.#showLeaves();
  }

  #showLeaves() {
    const { people, twice } = attendeesIn(this.work.names);
    const say = (name: string, values: Record<string, string | number> | undefined) => {
      const place = part(this, name);
      place.textContent = values ? interpolate(place.dataset['words'], values) : '';
    };
    say('counted', people.length > 0 ? { count: people.length } : undefined);
    say('twice', twice.length > 0 ? { names: twice.join(', ') } : undefined);
    // Without names, one certificate is printed with a line for handwriting.
    const leaves = people.length > 0 ? people : [{ name: '', from: '' }];
    part(this, 'leaves').replaceChildren(...leaves.map((person) => this.#leaf(person)));
  }

  #leaf({ name, from }: Attendee): Node {
    const template = part(this, 'leaf') as HTMLTemplateElement;
    const leaf = template.content.cloneNode(true) as DocumentFragment;
    const { workshop, place, dates, hours, organiser, signatory, office } = this.work;
    const when = [dates, place, hours].filter((each) => each !== '').join(' · ');
    const said = { name, from, workshop, when, organiser, signatory, office };
    for (const [key, text] of Object.entries(said)) {
      const line = leaf.querySelector(`[data-said="${key}"]`);
      if (line) line.textContent = text;
    }
    return leaf;
  }
}

customElements.define('workshop-attendance', WorkshopAttendance);
