<?php
// Tells the suite what a real Joomla really holds, and does what a person would. For a throw-away site only: put it beside
// configuration.php, name it witness.php.
require __DIR__ . '/configuration.php';
$config = new JConfig();
[$host, $port] = explode(':', $config->host) + [1 => '3306'];
$db = new mysqli($host, $config->user, $config->password, $config->db, (int) $port);
$db->set_charset('utf8mb4');
$asked = json_decode(file_get_contents('php://input'), true) ?: [];
$run = fn (string $sql, array $values = []) => $db->execute_query(str_replace('#__', $config->dbprefix, $sql), $values);
$hasStages = fn () => $run("SHOW TABLES LIKE '#__workflow_associations'")->num_rows > 0;
$states = ['1' => 'published', '2' => 'published', '0' => 'draft', '-2' => 'down'];

$answer = match ($_GET['witness'] ?? '') {
    'posts' => array_map(
        fn (array $row) => ['id' => (string) $row['id'], 'title' => $row['title'], 'html' => $row['introtext'], 'state' => $states[$row['state']]],
        $run('SELECT id, title, introtext, state FROM #__content ORDER BY id')->fetch_all(MYSQLI_ASSOC),
    ),
    'pictures' => count(glob(__DIR__ . '/images/*.jpg')),
    'locks' => array_map('strval', array_column($run('SELECT id FROM #__content WHERE checked_out > 0')->fetch_all(MYSQLI_ASSOC), 'id')),
    'write' => (function () use ($run, $db, $asked, $hasStages) {
        $run(
            "INSERT INTO #__content (title, alias, introtext, `fulltext`, state, catid, created, modified, created_by, publish_up, images, urls, attribs, metakey, metadesc, metadata, access, language)
             VALUES (?, UUID(), ?, '', 1, 2, NOW(), NOW(), (SELECT MIN(id) FROM #__users), '2020-01-01', '{}', '{}', '{}', '', '', '{}', 1, '*')",
            [$asked['title'], $asked['html']],
        );
        $id = (string) $db->insert_id;
        // From 4 on the list shows only articles that stand in a stage, also where stages are off.
        if ($hasStages()) $run("INSERT INTO #__workflow_associations (item_id, stage_id, extension) VALUES (?, 1, 'com_content.article')", [$id]);
        return $id;
    })(),
    'edit' => $run('UPDATE #__content SET introtext = ? WHERE id = ?', [$asked['html'], $asked['id']]),
    'erase' => $run('DELETE FROM #__content WHERE id = ?', [$asked['id']]),
    'endSessions' => $run('DELETE FROM #__session'),
};
header('Content-Type: application/json');
echo json_encode($answer);
