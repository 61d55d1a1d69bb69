using Oms.Messaging.Nats;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.Nats;

public sealed class NatsSubjectTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("a.b.c", true)]
    [InlineData("", false)]
    [InlineData(".a", false)]
    [InlineData("a..b", false)]
    [InlineData("a b", false)]
    [InlineData("a.*", false)]
    [InlineData("a.>", false)]
    public void A_subject_to_publish_to_has_no_wildcards(string subject, bool isValid) => NatsSubject.IsValid(subject).ShouldBe(isValid);

    [Theory]
    [InlineData("a.*.c", "a.b.c", true)]
    [InlineData("a.*", "a.b.c", false)]
    [InlineData("a.>", "a.b.c", true)]
    [InlineData("a.>", "a", false)]
    [InlineData(">", "a", true)]
    [InlineData("a.b", "a.b", true)]
    [InlineData("a.b", "a", false)]
    public void A_pattern_takes_what_nats_says_it_takes(string pattern, string subject, bool matches) => NatsSubject.Matches(pattern, subject).ShouldBe(matches);

    [Theory]
    [InlineData("feature/a.b", "feature/a%2Eb")]
    [InlineData("a%2Eb", "a%252Eb")]
    [InlineData("한", "%ED%95%9C")]
    [InlineData("", "%")]
    public void Any_text_becomes_one_token_and_different_texts_stay_different(string text, string token)
    {
        NatsSubject.Token(text).ShouldBe(token);
        NatsSubject.IsValid(token).ShouldBeTrue();
    }
}
