using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class KnownTypeNames
{
    [Fact]
    public void Types_of_the_schema_are_accepted() =>
        Accepts("query ($a: [Where!]) { animals(where: { kind: DOG, and: $a }) { ... on Dog { id } } }");

    [Fact]
    public void Unknown_types_of_variables_are_refused() =>
        Refuses("query ($a: [Missing!]!) { animals(any: $a) { id } }", "1:13");

    [Fact]
    public void Unknown_type_conditions_are_refused() =>
        Refuses("{ pet { ... on Missing { id } ...F } } fragment F on Lost { id }", "1:16", "1:54");

    [Fact]
    public void Definitions_may_name_built_in_types_that_the_schema_does_not_use() =>
        Refuses("{ __typename } type A { b: Float c: Missing }", "1:16", "1:37");

    [Fact]
    public void Names_are_case_sensitive() =>
        Refuses("{ pet { ... on dog { id } } }", "1:16");
}
