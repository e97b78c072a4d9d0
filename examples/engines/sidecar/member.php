<?php
// Vouches for the member who is signed in, for a minute. The forum answers GET /pullquote-member with it.
function pullquote_member(string $id, bool $hcp, string $origin, string $key_file, bool $moderator = false): string
{
    $encode = fn(string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $now = time();
    $claims = ['sub' => $id, 'hcp' => $hcp, 'mod' => $moderator, 'aud' => $origin, 'iat' => $now, 'exp' => $now + 60];
    $head = $encode(json_encode(['alg' => 'HS256', 'typ' => 'pullquote-member+jwt']));
    $text = $head . '.' . $encode(json_encode($claims));
    $secret = trim(file_get_contents($key_file));
    return $text . '.' . $encode(hash_hmac('sha256', $text, $secret, true));
}
// header('Cache-Control: no-store');
// header('Pullquote-Member: ' . pullquote_member((string) $user->id, $user->verified, 'https://forum.example', '/etc/pullquote/member.secret'));
