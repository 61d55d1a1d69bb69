using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

public sealed class SchemaCoordinateTests
{
    private static readonly Schema Schema = SchemaBuilder.New()
        .AddDocumentFromString("type Query { a(b: Int): E } enum E { A } input I { f: Int } directive @d(x: Int) on FIELD interface N { n: Int } scalar S").Build();

    [Theory]
    [InlineData("Query")]
    [InlineData("S")]
    [InlineData("Query.a")]
    [InlineData("Query.a(b:)")]
    [InlineData("E.A")]
    [InlineData("I.f")]
    [InlineData("@d")]
    [InlineData("@d(x:)")]
    [InlineData("N.n")]
    [InlineData("__Type.fields(includeDeprecated:)")]
    [InlineData("Query.__type(name:)")]
    [InlineData("@deprecated(reason:)")]
    public void Finds_the_member_that_has_the_coordinate(string text)
    {
        var coordinate = SchemaCoordinate.Parse(text);
        coordinate.ToString().ShouldBe(text);
        Schema.FindMember(coordinate)!.Coordinate.ShouldBe(text);
    }

    [Theory]
    [InlineData("Nope")]
    [InlineData("Nope.a")]
    [InlineData("Query.nope")]
    [InlineData("Query.a(nope:)")]
    [InlineData("E.NOPE")]
    [InlineData("E.A(x:)")]
    [InlineData("I.f(x:)")]
    [InlineData("S.a")]
    [InlineData("@nope")]
    [InlineData("@nope(x:)")]
    [InlineData("@d(nope:)")]
    public void Finds_nothing_for_what_is_not_there(string text) => Schema.FindMember(SchemaCoordinate.Parse(text)).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("Query.")]
    [InlineData(".a")]
    [InlineData("Query.a.b")]
    [InlineData("Query(a:)")]
    [InlineData("Query.a(b)")]
    [InlineData("Query.a(b:")]
    [InlineData("Query.a(b: )")]
    [InlineData("Query.a(b:1)")]
    [InlineData("Query .a")]
    [InlineData(" Query")]
    [InlineData("Query\n")]
    [InlineData("@")]
    [InlineData("@d.x")]
    [InlineData("@d(x)")]
    [InlineData("1a")]
    [InlineData("é")]
    public void Refuses_what_is_no_coordinate(string text)
    {
        SchemaCoordinate.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => SchemaCoordinate.Parse(text));
    }
}
