/**
 * In what the admin pages of real village sites differ, each difference with every value that was seen. The generator of
 * pairs takes its values from here.
 */
export const AXES = {
  /** How a save reaches the server. */
  flavour: [
    'blade', // a form with a token of the session, 302 to the list
    'ci3', // a token that every POST renews: a form that is open in another tab is broken by it
    'plainphp', // no token; the answer is a page that says "Berhasil" in a window and leads on by script
    'modal', // no page of its own: a form in the list for each row, all with the same ids, and the empty one twice
    'json', // the page's script sends JSON, with the token of a `meta`
    'jsonMultipart', // the page's script sends FormData, with the token of a `meta`
    'whole', // every save carries every article of the site
    'storageToken', // an API behind a token that lies in the page's storage
    'driven', // as Livewire: the state is in the page's script and signed for one use
    'dead', // a mock-up: neither action nor names
  ],
  editor: [
    'textarea',
    'spacedTextarea', // the empty one holds the page's own indentation
    'contenteditable', // copied into a hidden field when the form is sent
    'quillLike', // copied into a hidden field at every change; pasting is the editor's own
    'ckeditorLike', // a textarea hidden behind an editable, filled when the form is sent; pasting is the editor's own
    'summernoteLike', // its dialog, with a file input of its own, stands within the site's form, before the site's
    'plain', // markup is shown as it is written
    'sanitise', // of markup only a, img and p are kept
    'stripLinks', // the public page shows no markup at all
    'otherField', // what "content" takes is shown nowhere; what is shown is another field
    'urlOnly', // no body, only a field for an address
  ],
  picture: [
    'none',
    'optionalFile',
    'requiredFile', // JPEG of at most 1 MB; everything else is refused with the form
    'arrayInput', // foto[]
    'uploadFirst', // sent when it is chosen; what it became is kept in a hidden field
    'uploadUrl', // the same, with a hidden field that takes the address which the upload is answered with
    'dropzone', // sent at once from an input outside the form; a hidden field is added for what the answer calls it
    'filepond', // the form's own input is taken away; the answer is no JSON but the name itself. Demanded
    'extraInputs', // one for each of three pictures
    'urlBox', // a line for an address
    'fileManager', // a line that only the site's file manager fills
    'keptSilently', // a picture that the site refuses is dropped, and "Berhasil" is said
  ],
  category: [
    'none',
    'requiredSelect',
    'selectWithOther',
    'lineByHeart', // a line to type in that the server demands and the form does not
  ],
  status: [
    'always',
    'draftDefault',
    'sideSwitches', // headline, popup and mail to subscribers, all off in the empty form
  ],
  date: [
    'none',
    'iso',
    'dmy', // 28-11-2026; left empty it breaks the INSERT
    'dmyText', // 28 November 2026
  ],
  success: [
    'redirectList',
    'sameFormAlert', // 200 with the empty form and "Berhasil", or with the refusal in the same place
    'backToReferer',
    'json200', // 200 for success and failure
  ],
  public: [
    'slugList',
    'idList',
    'wholeOnList', // every article whole on home page and list, none with a page of its own
    'subfolder', // the whole site lies in /desa
    'apart', // in a folder to which the home page does not lead
    'hiddenFromSignedIn',
    'deleted200', // what is not there is answered with 200 and a general page
    'titleCut', // after 60 characters, without a word
    'apostropheBreaks', // 500, nothing saved
    'emojiBreaks', // ????
  ],
  session: [
    'form403', // whoever is signed out is led to the sign-in page
    'formPublic', // everybody is shown the form; what a stranger sends is lost on the way to the sign-in page
    'noSignIn', // everybody writes
  ],
  change: [
    'ownPage',
    'otherNames', // other field names and another action
    'sameAddress', // one address for new and changed ones, told apart by a hidden id
  ],
  takeDown: [
    'statusField',
    'deleteGet', // a link that deletes
    'deletePost', // a form in the row that deletes, beside the link that edits
    'deleteDead', // a link that does nothing
    'none',
  ],
} as const;

export type Axis = keyof typeof AXES;
export type VillageOptions = { [A in Axis]: (typeof AXES)[A][number] };
export type Flavour = VillageOptions['flavour'];

/** Flavours that a browser sends as a form, without the page's script. */
export const FORM_FLAVOURS: readonly Flavour[] = ['blade', 'ci3', 'plainphp', 'modal'];

/** Pictures that are sent before the article. */
export const UPLOADS: readonly VillageOptions['picture'][] = ['uploadFirst', 'uploadUrl', 'dropzone', 'filepond'];

export const isForm = ({ flavour }: Pick<VillageOptions, 'flavour'>): boolean => FORM_FLAVOURS.includes(flavour);
