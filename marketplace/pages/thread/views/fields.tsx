interface Typed {
  label: string;
  value: string;
}

/** A price and a quantity beside each other. `describedBy` is the element that tells the rule of the price. */
export function BargainFields(props: { price: Typed; quantity: Typed & { hint: string }; describedBy?: string }) {
  const { price, quantity, describedBy } = props;
  return (
    <div class="pair">
      <div class="field">
        <label for="isi-harga">{price.label}</label>
        <input
          id="isi-harga"
          name="price"
          maxLength={20}
          autocomplete="off"
          required
          value={price.value}
          {...(describedBy && { 'aria-describedby': describedBy })}
        />
      </div>
      <div class="field">
        <label for="isi-jumlah">{quantity.label}</label>
        <input
          id="isi-jumlah"
          name="quantity"
          maxLength={40}
          autocomplete="off"
          required
          value={quantity.value}
          aria-describedby="ket-jumlah"
        />
        <p class="hint" id="ket-jumlah">
          {quantity.hint}
        </p>
      </div>
    </div>
  );
}

/** The address that answers are told to. */
export function MailField({ label, value, hint }: Typed & { hint: string }) {
  return (
    <div class="field">
      <label for="isi-surel">{label}</label>
      <input
        id="isi-surel"
        name="email"
        type="email"
        maxLength={254}
        autocomplete="email"
        required
        value={value}
        aria-describedby="ket-surel"
      />
      <p class="hint" id="ket-surel">
        {hint}
      </p>
    </div>
  );
}
