import { useEffect, useState } from 'preact/hooks';
import { useCode } from '#components/background/code.ts';
import { formRules } from '#components/draft/code.ts';
import { focusAsk } from '#components/draft/focusAsk.ts';
import { PhotoField } from '#components/draft/PhotoField.tsx';
import { useDraft } from '#components/draft/useDraft.ts';
import { useFormModel } from '#components/draft/useFormModel.ts';
import { useIncoming } from '#components/draft/useIncoming.ts';
import { useMakers } from '#components/draft/useMakers.ts';
import { usePhotos } from '#components/draft/usePhotos.ts';
import { useQuickLine } from '#components/draft/useQuickLine.ts';
import { focusField } from '#components/form/model.ts';
import { ProductFields } from '#components/form/ProductFields.tsx';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { blank, draftsOf } from '#components/productList/drafts.ts';
import { isChatFile, isTableFile } from '#components/productList/isTableFile.ts';
import { ManyPhotos } from '#components/productList/Offers.tsx';
import { Button } from '#components/ui/Button.tsx';
import { SCROLLS } from '#components/ui/scrolls.ts';
import { Undo } from '#components/ui/Undo.tsx';
import { PracticeContext } from '#components/villages/PracticeBanner.tsx';
import { PHOTOS_MAX } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { isBlankAndNew } from '#utils/listing/blank.ts';
import { emptyForm } from '#utils/listing/emptyForm.ts';
import { withoutOpenLines } from '#utils/listing/template.ts';
import { asPublished } from '#utils/makers/consent.ts';
import type { Output } from '#utils/messages.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import { onShown } from '#utils/runtime/frame.ts';
import { Beginning } from './Beginning.tsx';
import { joined, keepWords, leaveEarly, takeEarly } from './earlyLine.ts';
import { FormHead, type Tab } from './FormHead.tsx';
import { beginningsCode, previewCode, type Starting, type TableSource } from './LazyList.tsx';
import { PublishBar } from './PublishBar.tsx';
import { QUICK_ID, QuickLineField } from './QuickLineField.tsx';
import { UsualGoods } from './UsualGoods.tsx';
import { usePrefill } from './usePrefill.ts';
import { usePriceHint } from './usePriceHint.ts';
import { usePublish } from './usePublish.ts';
import { useSource } from './useSource.ts';
import { useVillage } from './useVillage.ts';

interface Props {
  opened: Output<'panel/open'>;
  /** The local backup of what was typed last, when its save got lost; null when nothing was lost. */
  backup: Draft | null;
  onPublished: (draft: Draft, row: OutboxRow | null) => void;
  /** Opens the CMS shop, to take products from it. */
  onShop: (opened: Output<'panel/open'>) => void;
  /** Opens the table of several products, with these new ones. */
  onList: (opened: Output<'panel/open'>, starting: Starting) => void;
  /** Opens a spreadsheet's columns. */
  onTable: (opened: Output<'panel/open'>, source: TableSource) => void;
  /** Opens a chat that was exported. */
  onChat: (opened: Output<'panel/open'>, file: Blob) => void;
  /** Leaves this product and opens the form of a new one. */
  onNew: () => void;
  /** Leaves this product and opens the form of another one. */
  onForm: (listingId: string) => void;
  /** The panel was shown again and nothing was typed in it; the parent may bring a newer draft. */
  onShownUntouched: (isTouched: () => boolean) => void;
}

/** When the panel was opened less than this many ms ago, its draft is not read again. */
const FRESH_MS = 3000;

/** The form: quick line, photos and fields in one scroll, and beside them what buyers will see. */
export function SellForm({
  opened,
  backup,
  onPublished,
  onNew,
  onForm,
  onShop,
  onList,
  onTable,
  onChat,
  onShownUntouched,
}: Props) {
  const { store, draft, saved } = useDraft(opened.draft, backup);
  const makers = useMakers(opened, [store]);
  const model = useFormModel(store, makers);
  const [village, setVillage] = useVillage(opened);
  const photos = usePhotos(store, village.connection?.marketplaceUrl ?? null);
  const quick = useQuickLine(store);
  const source = useSource(store, quick, photos);
  const hint = usePriceHint(draft);
  const prefill = usePrefill(store, photos, opened.sold !== null);
  const publish = usePublish(store, model, photos, quick.asked, village.connection !== null, onPublished);
  const preview = useCode(previewCode);
  const code = useCode(beginningsCode);
  const [tab, setTab] = useState<Tab>('form');
  const [refused, setRefused] = useState(0);
  /** More photos than one product takes, until the person says whether they are of one. */
  const [many, setMany] = useState<readonly Blob[] | null>(null);
  const [emptied, setEmptied] = useState<Draft | null>(null);

  const around = { siteUrl: draft.siteUrl, defaults: opened.settings.defaults, now: Date.now() };
  /** Several products leave the form: what the line had filled in goes with them. */
  const list = (drafts: Draft[], files: readonly Blob[] = []) => {
    quick.clear();
    onList(opened, { drafts, photos: new Map(drafts.map(({ id }, at) => [id, files.slice(at, at + 1)])) });
  };

  const table = (source: TableSource) => {
    quick.clear();
    if ('file' in source && isChatFile(source.file)) onChat(opened, source.file);
    else onTable(opened, source);
  };

  const addFiles = (files: readonly Blob[]) => {
    setTab('form');
    const sheet = files.find((file) => isTableFile(file) || isChatFile(file));
    if (sheet !== undefined && draft.baseRev === 0) return table({ file: sheet });
    if (draft.baseRev === 0 && files.length > PHOTOS_MAX) return setMany(files);
    setRefused(photos.add(files).refused);
  };
  const isOver = useIncoming(addFiles);

  useEffect(() => {
    const openedAt = performance.now();
    const marked = model.shown[0];
    const place = () => (draft.baseRev === 0 ? document.getElementById(QUICK_ID)?.focus() : focusField('name'));
    const start = () => {
      place();
      // In a panel that is not painted (it was closed in this moment, or is only being shown) nothing can have the caret.
      if (document.activeElement === document.body) requestAnimationFrame(place);
    };
    if (draft.baseRev > 0) leaveEarly();
    const begin = () => (marked === undefined ? start() : focusField(marked));
    if (draft.baseRev === 0) {
      keepWords();
      takeEarly((typed) => {
        if (typed !== '') quick.write(joined(store.draft.line?.text ?? '', typed));
        if (typed === '') begin();
        else start();
      });
    } else begin();
    return onShown(() => {
      if (store.isTouched) return;
      start();
      if (performance.now() - openedAt > FRESH_MS) onShownUntouched(() => store.isTouched);
    });
  }, [store]);

  const empty = () => {
    setEmptied(draft);
    store.change(({ template: _, ...now }) => ({
      ...now,
      form: emptyForm(opened.settings.defaults),
      photos: [],
      issues: [],
    }));
  };
  const goOn = async () => {
    if ((await quick.asked()) > 0) return focusAsk();
    await formRules.load();
    const missing = model.checkAll()[0];
    if (missing !== undefined) focusField(missing);
  };

  return (
    <PracticeContext.Provider value={village.connection?.village.practice !== undefined}>
      <PanelFrame
        title={t(draft.baseRev === 0 ? 'panel_title' : 'panel_title_edit')}
        head={<FormHead saved={isBlankAndNew(draft) && saved === 'saved' ? null : saved} tab={tab} onTab={setTab} />}
        foot={<PublishBar publish={publish} model={model} isUpdate={draft.baseRev > 0} />}
      >
        <div class={`frame-body show-${tab}${isOver ? ' drop-here' : ''}`}>
          <main class="form-side">
            <Beginning
              {...{ opened, store, village, prefill, source, onForm, onNew }}
              onVillage={(chosen) => {
                setVillage(chosen);
                publish.forget();
              }}
              onShop={() => onShop({ ...opened, draft })}
              onList={() => onList(opened, { drafts: [], photos: new Map() })}
            />
            {draft.baseRev === 0 && (
              <QuickLineField
                quick={quick}
                form={draft.form}
                onDone={() => void goOn()}
                onTable={table}
                onList={(found) => list(draftsOf(found, around))}
              />
            )}
            {draft.line === undefined && <UsualGoods store={store} usual={opened.usual} />}
            {many !== null && (
              <ManyPhotos
                count={many.length}
                onOne={() => {
                  setMany(null);
                  setRefused(photos.add(many).refused);
                }}
                onEach={() =>
                  list(
                    many.map(() => blank(around)),
                    many,
                  )
                }
              />
            )}
            <PhotoField
              photos={photos}
              error={model.error('photos')}
              refused={refused}
              onFiles={addFiles}
              more={code && <code.SiteMedia cms={opened.site?.cms ?? null} onFiles={addFiles} />}
            />
            <ProductFields
              model={model}
              makers={makers}
              hint={hint}
              more={
                !isBlankAndNew(draft) &&
                draft.baseRev === 0 && (
                  <Button look="danger" onClick={empty}>
                    {t('panel_empty')}
                  </Button>
                )
              }
            />
          </main>
          <aside class="preview-side" {...SCROLLS} aria-label={t('panel_preview')}>
            {preview !== null && (
              <preview.Preview
                product={preview.previewOf(
                  { ...draft, form: withoutOpenLines(asPublished(draft.form, makers), draft.template) },
                  photos,
                  village.connection?.village.name ?? null,
                )}
              />
            )}
          </aside>
        </div>
        {emptied && (
          <Undo
            text={t('panel_emptied')}
            undoLabel={t('panel_undo')}
            onUndo={() => {
              const { form, photos, template } = emptied;
              store.change((now) => ({ ...now, form, photos, ...(template && { template }) }));
              setEmptied(null);
            }}
            onGone={() => setEmptied(null)}
          />
        )}
      </PanelFrame>
    </PracticeContext.Provider>
  );
}
