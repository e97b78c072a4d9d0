# Vouches for the member who is signed in, for a minute. The forum answers GET /pullquote-member with it.
import base64, hashlib, hmac, json, time


def pullquote_member(member_id, hcp, origin, key_file, moderator=False):
    encode = lambda raw: base64.urlsafe_b64encode(raw).rstrip(b"=")
    now = int(time.time())
    claims = {"sub": member_id, "hcp": hcp, "mod": moderator, "aud": origin, "iat": now, "exp": now + 60}
    header = {"alg": "HS256", "typ": "pullquote-member+jwt"}
    text = b".".join(encode(json.dumps(part).encode()) for part in (header, claims))
    secret = open(key_file, "rb").read().strip()
    return (text + b"." + encode(hmac.new(secret, text, hashlib.sha256).digest())).decode()
# response["Cache-Control"] = "no-store"
# response["Pullquote-Member"] = pullquote_member(str(user.id), user.verified, "https://forum.example", "/etc/pullquote/member.secret")
