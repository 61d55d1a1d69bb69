using FsCheck;
using FsCheck.Fluent;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Releases;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Releases;

public class SemanticVersionTests
{
    [Theory]
    [InlineData("1.2.3", VersionStep.None, "1.2.3")]
    [InlineData("1.2.3", VersionStep.Patch, "1.2.4")]
    [InlineData("1.2.3", VersionStep.Minor, "1.3.0")]
    [InlineData("1.2.3", VersionStep.Major, "2.0.0")]
    [InlineData("0.2.3", VersionStep.Major, "0.3.0")]
    public void After_a_change_the_part_that_it_raises_rises_and_what_follows_begins_anew(string before, VersionStep step, string after) =>
        SemanticVersion.Trusted(before).After(step).Value.ShouldBe(after);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("v1.2.3")]
    [InlineData("01.2.3")]
    [InlineData("1.2.-3")]
    [InlineData("1.2.3-rc.1")]
    [InlineData("1.2.1000000")]
    [InlineData("1.2.٣")]
    public void What_is_no_version_is_told_apart(string text) => SemanticVersion.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Versions_have_the_order_of_their_keys() =>
        Prop.ForAll(Gen.Choose(0, 999_999).Three().Two().ToArbitrary(), pair =>
        {
            var (one, other) = (Version(pair.Item1), Version(pair.Item2));
            return Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(one.Key, other.Key)) && (one == other) == (one.Value == other.Value);
        }).QuickCheckThrowOnFailure();

    private static SemanticVersion Version((int Major, int Minor, int Patch) parts) => SemanticVersion.Trusted($"{parts.Major}.{parts.Minor}.{parts.Patch}");
}
