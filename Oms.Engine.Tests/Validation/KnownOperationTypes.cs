using Oms.Engine.Language;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Validation;

public sealed class KnownOperationTypes
{
    [Fact]
    public void Operations_with_a_root_type_are_accepted() =>
        Zoo.Accepts("query A { pet { __typename } } mutation B { feed(id: 1) { id } } subscription C { fed { id } }");

    [Theory]
    [InlineData("mutation { a }")]
    [InlineData("subscription { a b @skip(if: true) }")]
    public void Operations_without_a_root_type_are_refused(string document)
    {
        var schema = Zoo.Build("type Query { a: Int }");
        var errors = DocumentValidator.Validate(schema, Parser.ParseDocument(document), ValidationOptions.Unlimited);
        errors.ShouldHaveSingleItem().Locations.ShouldHaveSingleItem().ShouldBe(new SourcePosition(1, 1));
    }
}
