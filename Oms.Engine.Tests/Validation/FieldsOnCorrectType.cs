using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class FieldsOnCorrectType
{
    [Fact]
    public void Fields_of_objects_and_interfaces_are_accepted() =>
        Accepts("{ animal { id name ... on Dog { volume } } }");

    [Fact]
    public void A_field_that_the_type_lacks_is_refused() =>
        Refuses("{ animal { volume } dog(name: \"a\") { meows } }", "1:12", "1:38");

    [Fact]
    public void A_union_has_only_its_typename() =>
        Refuses("{ pet { __typename id } }", "1:20");

    [Fact]
    public void Introspection_starts_at_the_query_type_only() =>
        Refuses("{ __schema { description } __type(name: \"Dog\") { name __schema { description } } }", "1:55");

    [Fact]
    public void Nothing_is_said_about_fields_of_unknown_types() =>
        Refuses("{ unknown { more { and } } }", "1:3");
}
