/** Written by `npm run words` from the Indonesian files: how many blanks ($1, $2 …) a text has, where it has any. */
export interface Blanks {
  aside: {
    aside_title: 1;
    aside_count: 1;
    aside_saved: 1;
    aside_named: 2;
    aside_since: 1;
  };
  assist: {
    hand_not_found: 1;
  };
  background: {
    notify_asked: 1;
    notify_said: 1;
    notify_offered: 1;
    notify_countered: 1;
    notify_accepted: 1;
    notify_declined: 1;
    notify_withdrawn: 1;
    notify_expired: 1;
    notify_reminded: 1;
    notify_cancelled: 1;
  };
  issues: {
    issue_changed_elsewhere_to: 1;
  };
  manifest: Record<never, number>;
  options: {
    options_last_seen: 1;
    prove_hint: 1;
    prove_article: 1;
    prove_file: 2;
    prove_file_missing: 1;
    connect_refused: 1;
    options_seen: 1;
    options_site_enable: 1;
    options_reply_number: 1;
    options_reply_blanks: 3;
    options_facts_code: 1;
    options_forget_title: 1;
  };
  panel: {
    panel_photo_nth: 1;
    panel_price_ask: 1;
    panel_phone_read: 1;
    panel_phone_found: 1;
    panel_phone_maybe: 1;
    panel_permit_fine: 1;
    panel_permit_soon: 1;
    panel_permit_over: 1;
    panel_sold: 1;
    panel_prefill: 1;
    panel_prefill_take: 1;
    panel_fix: 1;
    panel_done: 1;
    panel_copy_failed: 1;
    panel_editing: 1;
    panel_which_village_one: 1;
    panel_which_village_one_text: 1;
    panel_village_yes: 1;
    panel_village_missing: 1;
  };
  popup: {
    status_sell: 1;
    status_sell_at: 1;
    status_enable_hint: 1;
    status_not_admin: 1;
    status_not_here: 1;
    status_open_admin: 1;
    inbox_you_said: 1;
    inbox_synced: 1;
    time_left: 1;
    offer_below_list: 1;
    offer_until: 2;
    counter_above_list: 1;
    counter_not_lower: 1;
    counter_below_offer: 1;
    reply_too_long: 2;
    forward_to: 1;
    phone_whatsapp: 1;
    done_sold_out: 1;
    done_available: 1;
    done_withdrawn: 1;
    undo_seconds: 1;
    listing_permit_soon: 2;
    listing_permit_over: 2;
    listing_sending_photos: 2;
    outbox_signal: 1;
    outbox_market: 1;
    outbox_site: 1;
    outbox_person: 1;
    village_ended: 1;
  };
  reasons: {
    reason_field_required: 1;
    reason_detail: 1;
  };
  shelf: {
    shelf_waiting: 2;
    shelf_lacks_producer: 1;
    shelf_left: 1;
  };
  upkeep: {
    health_all_ok: 1;
    health_some_wrong: 2;
    health_all_wrong: 1;
    page_hint: 1;
    page_made: 1;
    page_there: 1;
    page_pending: 1;
    shop_take_some: 1;
    shop_progress: 2;
    shop_done: 1;
    shop_photo_lost: 1;
    shop_sold_per: 1;
  };
}
