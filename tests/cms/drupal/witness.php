<?php
// Tells the suite what a real Drupal (10 or newer) really holds, and does what a person would. For a throw-away site only: put
// it beside index.php, name it witness.php.
use Drupal\Core\DrupalKernel;
use Drupal\field\Entity\FieldConfig;
use Drupal\field\Entity\FieldStorageConfig;
use Drupal\media\Entity\Media;
use Drupal\node\Entity\Node;
use Drupal\user\Entity\Role;
use Drupal\user\Entity\User;
use Symfony\Component\HttpFoundation\Request;

$autoloader = require_once __DIR__ . '/autoload.php';
$request = Request::createFromGlobals();
$kernel = DrupalKernel::createFromRequest($request, $autoloader, 'prod');
$kernel->boot();
$kernel->preHandle($request);
$asked = json_decode(file_get_contents('php://input'), true) ?: [];
$nodes = fn () => \Drupal::entityTypeManager()->getStorage('node');
$node = fn (): ?Node => $nodes()->load($asked['id']);

$answer = match ($_GET['witness'] ?? '') {
    'posts' => array_map(
        fn (Node $one) => ['id' => $one->id(), 'title' => $one->getTitle(), 'html' => (string) $one->body->value, 'state' => $one->isPublished() ? 'published' : 'draft'],
        array_values($nodes()->loadMultiple()),
    ),
    'pictures' => (int) \Drupal::database()->query('SELECT COUNT(*) FROM {file_managed}')->fetchField(),
    'write' => (function () use ($asked) {
        $made = Node::create(['type' => 'article', 'title' => $asked['title'], 'uid' => 1, 'body' => ['value' => $asked['html'], 'format' => 'full_html']]);
        $made->save();
        return (string) $made->id();
    })(),
    'edit' => (function () use ($node, $asked) {
        $one = $node();
        $one->body->value = $asked['html'];
        // Two saves in one second are one to Drupal's `changed`.
        $one->setChangedTime(max(time(), $one->getChangedTime() + 1))->save();
    })(),
    'erase' => $node()?->delete(),
    // A Media field in the place of the picture's, as many sites have it; without `on`, all as it was and no item left.
    'mediaField' => (function () use ($asked) {
        $views = \Drupal::service('entity_display.repository');
        FieldStorageConfig::loadByName('node', 'field_media')?->delete();
        $items = \Drupal::entityTypeManager()->getStorage('media');
        $items->delete($items->loadMultiple());
        $form = fn () => $views->getFormDisplay('node', 'article');
        $role = Role::load('content_editor');
        if (empty($asked['on'])) {
            $form()->setComponent('field_image', ['type' => 'image_image'])->save();
            return drupal_flush_all_caches();
        }
        FieldStorageConfig::create(['field_name' => 'field_media', 'entity_type' => 'node', 'type' => 'entity_reference', 'cardinality' => $asked['holds'] ?? 1, 'settings' => ['target_type' => 'media']])->save();
        FieldConfig::create(['field_name' => 'field_media', 'entity_type' => 'node', 'bundle' => 'article', 'label' => 'Gambar utama', 'required' => !empty($asked['demanded']), 'settings' => ['handler' => 'default:media', 'handler_settings' => ['target_bundles' => ['image' => 'image']]]])->save();
        $form()->setComponent('field_media', ['type' => 'media_library_widget'])->removeComponent('field_image')->save();
        $views->getViewDisplay('node', 'article')->setComponent('field_media', ['type' => 'entity_reference_entity_view', 'settings' => ['view_mode' => 'default']])->save();
        foreach (['create image media', 'view media'] as $right) $role->grantPermission($right);
        $role->save();
        drupal_flush_all_caches();
    })(),
    // The names of all items of the library, and of those that a post refers to.
    'media' => [
        'all' => array_values(array_map(fn ($one) => $one->label(), \Drupal::entityTypeManager()->getStorage('media')->loadMultiple())),
        'inPost' => array_map(fn ($one) => $one->label(), isset($asked['id']) && $node()?->hasField('field_media') ? $node()->field_media->referencedEntities() : []),
    ],
    // A person's own picture, put into the post in the place of what is there.
    'putMedia' => (function () use ($node, $asked) {
        $name = $asked['name'];
        $file = \Drupal::service('file.repository')->writeData(base64_decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), "public://$name");
        $item = Media::create(['bundle' => 'image', 'name' => $name, 'uid' => 1, 'field_media_image' => ['target_id' => $file->id(), 'alt' => $name]]);
        $item->save();
        $one = $node();
        if ($one) $one->set('field_media', [$item->id()])->setChangedTime(max(time(), $one->getChangedTime() + 1))->save();
    })(),
    'endSessions' => \Drupal::database()->truncate('sessions')->execute(),
    // The people of the suite; everybody's password is the own name. The author writes, and no more.
    'people' => (function () {
        $author = Role::load('penulis') ?? Role::create(['id' => 'penulis', 'label' => 'Penulis']);
        foreach (['access content', 'use text format basic_html', 'create article content', 'edit own article content', 'view own unpublished content'] as $right) $author->grantPermission($right);
        $author->save();
        User::load(1)->setUsername('admin')->setPassword('admin')->save();
        foreach (['editor' => 'content_editor', 'author' => 'penulis'] as $name => $role) {
            if (user_load_by_name($name)) continue;
            User::create(['name' => $name, 'mail' => "$name@dagan.example", 'pass' => $name, 'status' => 1, 'roles' => [$role]])->save();
        }
    })(),
};
header('Content-Type: application/json');
echo json_encode($answer);
