using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Oms.Graph.Authentication;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Authentication;

public sealed class TokenCheckTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);
    private readonly RSA rsa = RSA.Create(2048);
    private readonly SymmetricSecurityKey key;
    private readonly TokenCheck check;

    public TokenCheckTests()
    {
        key = new SymmetricSecurityKey(secret) { KeyId = "local" };
        check = new TokenCheck(new TokenOptions(), new LocalKeySource(key), new StoppedClock(Now));
    }

    public void Dispose() => rsa.Dispose();

    [Fact]
    public void A_token_of_the_own_key_is_good_and_carries_subject_and_known_roles()
    {
        var verdict = check.Check(new LocalTokenIssuer(key, new StoppedClock(Now)).Issue("ann", ["admin", "auditor", "emperor"], TimeSpan.FromHours(1)));

        verdict.Reason.ShouldBeNull();
        verdict.User!.Identity!.Name.ShouldBe("ann");
        verdict.User.IsInRole("admin").ShouldBeTrue();
        verdict.User.IsInRole("auditor").ShouldBeTrue();
        verdict.User.IsInRole("emperor").ShouldBeFalse();
        verdict.ExpiresAt.ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public void A_good_token_is_not_examined_again_for_a_minute_nor_taken_after_its_end()
    {
        var clock = new MovingClock { Now = Now };
        var keys = new CountedKeys(key);
        var counted = new TokenCheck(new TokenOptions { ClockSkewSeconds = 0 }, keys, clock);
        var token = new LocalTokenIssuer(key, clock).Issue("ann", ["admin"], TimeSpan.FromSeconds(100));

        counted.Check(token).User.ShouldNotBeNull();
        clock.Now = Now.AddSeconds(59);
        counted.Check(token).User.ShouldNotBeNull();
        keys.Asked.ShouldBe(1);

        clock.Now = Now.AddSeconds(61);
        counted.Check(token).User.ShouldNotBeNull();
        keys.Asked.ShouldBe(2);

        clock.Now = Now.AddSeconds(101);
        counted.Check(token).User.ShouldBeNull();
    }

    [Fact]
    public void A_token_whose_key_was_withdrawn_is_refused_after_a_minute()
    {
        var clock = new MovingClock { Now = Now };
        var keys = new CountedKeys(key);
        var counted = new TokenCheck(new TokenOptions(), keys, clock);
        var token = new LocalTokenIssuer(key, clock).Issue("ann", ["admin"], TimeSpan.FromHours(1));

        counted.Check(token).User.ShouldNotBeNull();
        keys.Withdraw();
        clock.Now = Now.AddSeconds(61);

        counted.Check(token).User.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(BadPayloads))]
    public void A_well_signed_token_with_wrong_claims_is_refused(string what, string payload) =>
        check.Check(Hs256("""{"alg":"HS256","kid":"local","typ":"JWT"}""", payload)).User.ShouldBeNull(what);

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public void A_token_with_a_header_that_asks_for_trust_is_refused(string header) =>
        check.Check(Hs256(header, Payload())).User.ShouldBeNull(header);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("null")]
    [InlineData("{}.{}.{}")]
    [InlineData("ey J.ey J.x")]
    [InlineData("é.é.é")]
    public void What_is_no_signed_token_of_three_parts_is_refused(string token) => check.Check(token).User.ShouldBeNull();

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("nOnE")]
    public void An_unsigned_token_is_refused_in_every_spelling(string algorithm)
    {
        var head = Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""");
        check.Check($"{head}.{Encode(Payload())}.").User.ShouldBeNull();
        check.Check($"{head}.{Encode(Payload())}.{Encode("x")}").User.ShouldBeNull();
    }

    [Fact]
    public void A_changed_payload_or_signature_is_refused()
    {
        var parts = Hs256("""{"alg":"HS256","kid":"local","typ":"JWT"}""", Payload()).Split('.');
        check.Check($"{parts[0]}.{Encode(Payload(sub: "root"))}.{parts[2]}").User.ShouldBeNull();
        check.Check($"{parts[0]}.{parts[1]}.{Encode("forged")}").User.ShouldBeNull();
    }

    [Fact]
    public void Another_key_under_the_same_key_id_is_refused()
    {
        var other = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)) { KeyId = "local" };
        check.Check(new LocalTokenIssuer(other, new StoppedClock(Now)).Issue("ann", ["admin"], TimeSpan.FromHours(1))).User.ShouldBeNull();
    }

    [Fact]
    public void A_token_of_64_kilobytes_is_refused_unread() =>
        check.Check(Hs256("""{"alg":"HS256","kid":"local","typ":"JWT"}""", Payload(sub: new string('a', 64 * 1024)))).Reason.ShouldBe("the token is too long");

    [Fact]
    public void With_a_public_key_set_the_public_key_can_not_sign_symmetric_tokens()
    {
        var publicKey = new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = "idp" };
        var byKeySet = new TokenCheck(new TokenOptions { Issuer = "idp", JwksFile = "x" }, new OneKey(publicKey), new StoppedClock(Now));
        var pem = Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

        byKeySet.Check(Sign("""{"alg":"HS256","kid":"idp","typ":"JWT"}""", Payload(iss: "idp"), input => HMACSHA256.HashData(pem, input))).User.ShouldBeNull();
        byKeySet.Check(Rs256(Payload(iss: "idp"))).Reason.ShouldBeNull();
        byKeySet.Check(Rs256(Payload(iss: "oms-local"))).User.ShouldBeNull();
    }

    public static TheoryData<string, string> BadPayloads() => new()
    {
        { "expired", Payload(exp: -61) },
        { "not yet valid", Payload(nbf: 120) },
        { "no end", """{"iss":"oms-local","aud":"oms","sub":"ann","roles":["admin"]}""" },
        { "another audience", Payload(aud: "other") },
        { "another issuer", Payload(iss: "other") },
        { "no subject", """{"iss":"oms-local","aud":"oms","exp":9999999999}""" },
        { "blank subject", Payload(sub: " ") },
        { "end is a word", """{"iss":"oms-local","aud":"oms","sub":"ann","exp":"tomorrow"}""" },
        { "no object", "[]" },
        { "no JSON", "hello" },
    };

    public static TheoryData<string> BadHeaders() =>
    [
        """{"alg":"HS256","typ":"JWT"}""",
        """{"alg":"HS256","kid":"../../etc/passwd","typ":"JWT"}""",
        """{"alg":"HS256","kid":"other","typ":"JWT"}""",
        """{"alg":"HS384","kid":"local","typ":"JWT"}""",
        """{"alg":"HS512","kid":"local","typ":"JWT"}""",
        """{"alg":"RS256","kid":"local","typ":"JWT"}""",
        """{"alg":"HS256","kid":"local","typ":"id+jwt"}""",
        """{"alg":"HS256","kid":"local","typ":"logout+jwt"}""",
        """{"alg":"HS256","kid":"x","jku":"http://127.0.0.1/keys","typ":"JWT"}""",
        """{"alg":"HS256","kid":"x","jwk":{"kty":"oct","k":"AAAA","kid":"x"},"typ":"JWT"}""",
        """{"alg":"dir","enc":"A128GCM","kid":"local"}""",
    ];

    private static string Payload(string sub = "ann", string iss = "oms-local", string aud = "oms", int exp = 600, int nbf = -10) =>
        $$"""{"iss":"{{iss}}","aud":"{{aud}}","sub":"{{sub}}","roles":["admin"],"nbf":{{Now.ToUnixTimeSeconds() + nbf}},"exp":{{Now.ToUnixTimeSeconds() + exp}}}""";

    private string Hs256(string header, string payload) => Sign(header, payload, input => HMACSHA256.HashData(secret, input));

    private string Rs256(string payload) => Sign("""{"alg":"RS256","kid":"idp","typ":"JWT"}""", payload,
        input => rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var input = $"{Encode(header)}.{Encode(payload)}";
        return $"{input}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    private static string Encode(string text) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(text));

    private sealed class OneKey(SecurityKey only) : IKeySource
    {
        public IEnumerable<SecurityKey> KeysFor(string? keyId) => keyId == only.KeyId ? [only] : [];
    }

    private sealed class MovingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class CountedKeys(SecurityKey key) : IKeySource
    {
        private SecurityKey[] keys = [key];

        public int Asked { get; private set; }

        public void Withdraw() => keys = [];

        public IEnumerable<SecurityKey> KeysFor(string? keyId)
        {
            Asked++;
            return keys;
        }
    }
}
