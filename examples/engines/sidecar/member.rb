# Vouches for the member who is signed in, for a minute. The forum answers GET /pullquote-member with it.
require 'json'
require 'openssl'

def pullquote_member(id, hcp, origin, key_file, moderator: false)
  encode = ->(bytes) { [bytes].pack('m0').tr('+/', '-_').delete('=') }
  now = Time.now.to_i
  claims = { sub: id, hcp: hcp, mod: moderator, aud: origin, iat: now, exp: now + 60 }
  text = [{ alg: 'HS256', typ: 'pullquote-member+jwt' }, claims].map { |part| encode.(JSON.generate(part)) }.join('.')
  secret = File.read(key_file).strip
  "#{text}.#{encode.(OpenSSL::HMAC.digest('SHA256', secret, text))}"
end
# response.headers['Cache-Control'] = 'no-store'
# response.headers['Pullquote-Member'] = pullquote_member(user.id.to_s, user.verified?, 'https://forum.example', '/etc/pullquote/member.secret')
