<?php
// Tells the suite what a real Drupal (10 or newer) really holds, and does what a person would. For a throw-away site only: put
// it beside index.php, name it witness.php.
use Drupal\Core\DrupalKernel;
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
