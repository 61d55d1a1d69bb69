using FsCheck;
using FsCheck.Fluent;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Releases;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Releases;

public class SemanticVersionTests
{
    private static readonly string[] Taken = ["2.0.0-rc.1", "2.0.0-rc.2", "2.0.0-rc.x", "2.0.0-rcs.7", "1.0.0-rc.9"];

    [Theory]
    [InlineData("1.2.3", VersionStep.None, "1.2.3")]
    [InlineData("1.2.3", VersionStep.Patch, "1.2.4")]
    [InlineData("1.2.3", VersionStep.Minor, "1.3.0")]
    [InlineData("1.2.3", VersionStep.Major, "2.0.0")]
    [InlineData("0.2.3", VersionStep.Major, "0.3.0")]
    [InlineData("2.0.999999", VersionStep.Patch, "2.1.0")]
    [InlineData("2.999999.9", VersionStep.Minor, "3.0.0")]
    [InlineData("0.999999.9", VersionStep.Major, "1.0.0")]
    [InlineData("999999.1.2", VersionStep.Major, "999999.1.2")]
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
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-rc..1")]
    [InlineData("1.2.3-rc.01")]
    [InlineData("1.2.3-rc_1")]
    [InlineData("1.2.3+build")]
    [InlineData("1.2.3-rc.1+build")]
    [InlineData("1.2.3-01234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("1.2.1000000")]
    [InlineData("1.2.٣")]
    public void What_is_no_version_is_told_apart(string text) => SemanticVersion.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1.2.3-rc.1", "rc.1")]
    [InlineData("1.2.3-0.x-y.-.7", "0.x-y.-.7")]
    [InlineData("1.2.3---", "--")]
    [InlineData("1.2.3", "")]
    public void What_follows_the_hyphen_leads_to_the_version_before_it(string text, string preRelease)
    {
        var version = SemanticVersion.Trusted(text);
        (version.Value, version.PreRelease, version.IsPreRelease, version.Core.Value).ShouldBe((text, preRelease, preRelease.Length > 0, "1.2.3"));
    }

    /// <summary>The list of semver.org, item 11, with numbers of more digits than any machine number has.</summary>
    [Fact]
    public void Pre_releases_have_the_order_of_the_specification()
    {
        string[] ordered =
        [
            "0.9.9", "1.0.0-2", "1.0.0-11", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.99999999999999999999999", "1.0.0-alpha.100000000000000000000000",
            "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1-rc.1", "1.0.1",
        ];
        for (var i = 0; i < ordered.Length; i++)
            for (var j = 0; j < ordered.Length; j++)
                Math.Sign(SemanticVersion.Trusted(ordered[i]).CompareTo(SemanticVersion.Trusted(ordered[j]))).ShouldBe(i.CompareTo(j), $"{ordered[i]} and {ordered[j]}");
    }

    [Theory]
    [InlineData("2.0.0", "rc", "2.0.0-rc.3")]
    [InlineData("2.0.0", "beta", "2.0.0-beta.1")]
    [InlineData("2.0.0", "rc.x", "2.0.0-rc.x.1")]
    [InlineData("2.1.0", "rc", "2.1.0-rc.1")]
    [InlineData("2.0.0", "r c", null)]
    [InlineData("2.0.0", "", null)]
    public void A_numbered_pre_release_follows_the_last_of_its_identifiers(string version, string identifiers, string? next) =>
        (SemanticVersion.Trusted(version).NextPreRelease(identifiers, Taken.Select(SemanticVersion.Trusted))?.Value).ShouldBe(next);

    [Fact]
    public void Versions_without_pre_releases_have_the_order_of_their_keys() =>
        Prop.ForAll(Gen.Choose(0, 999_999).Three().Two().ToArbitrary(), pair =>
        {
            var (one, other) = (Version(pair.Item1), Version(pair.Item2));
            return Math.Sign(one.CompareTo(other)) == Math.Sign(string.CompareOrdinal(one.Key, other.Key)) && (one == other) == (one.Value == other.Value);
        }).QuickCheckThrowOnFailure();

    private static SemanticVersion Version((int Major, int Minor, int Patch) parts) => SemanticVersion.Trusted($"{parts.Major}.{parts.Minor}.{parts.Patch}");
}
