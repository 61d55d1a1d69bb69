using Oms.Domain.Ontology;
using Oms.Engine.Response;
using Oms.Graph.Nodes;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Nodes;

public sealed class GlobalIdTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        GlobalId.TryParse(GlobalId.Of("Property", "feature/a", "ot-person", "m-name"), out var id).ShouldBeTrue();
        id.Type.ShouldBe("Property");
        id.Parts.ShouldBe(["feature/a", "ot-person", "m-name"]);
    }

    [Fact]
    public void The_longest_names_fit() =>
        GlobalId.TryParse(
            GlobalId.Of("SharedProperty", new string('b', 100), "sp-" + new string('e', 64), "m-" + new string('m', 64)), out _).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("ot-person")]
    [InlineData("====")]
    [InlineData("T2JqZWN0VHlwZQ")]
    [InlineData("T2JqZWN0VHlwZQoKCg")]
    public void What_is_no_global_id_is_not_read(string text) => GlobalId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void An_argument_takes_the_stable_and_the_global_id()
    {
        ElementIdArgument.Read("ot-person").ShouldBe(ElementId.Trusted("ot-person"));
        ElementIdArgument.Read(GlobalId.Of("ObjectType", "main", "ot-person")).ShouldBe(ElementId.Trusted("ot-person"));
    }

    [Fact]
    public void A_type_that_is_not_the_ids_is_refused() =>
        Should.Throw<GraphQLException>(() => ElementIdArgument.Read(GlobalId.Of("LinkType", "main", "ot-person"))).Errors[0].Code.ShouldBe("INVALID_ID");

    [Fact]
    public void Another_kind_than_asked_for_is_refused() =>
        Should.Throw<GraphQLException>(() => ElementIdArgument.Read("lt-wrote", ElementKind.ObjectType)).Errors[0].Code.ShouldBe("INVALID_ID");

    [Fact]
    public void A_members_stable_id_needs_its_element() =>
        Should.Throw<GraphQLException>(() => MemberIdArgument.Read("m-name", null)).Errors[0].Code.ShouldBe("ARGUMENTS_CONFLICT");
}
