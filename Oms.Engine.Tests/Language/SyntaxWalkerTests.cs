using Oms.Engine.Language;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Language;

public sealed class SyntaxWalkerTests
{
    [Fact]
    public void Enters_in_source_order_and_leaves_what_it_entered()
    {
        var walk = new Recorder(skip: null);
        walk.Walk(Parser.ParseDocument("query Q($a: Int) { b(c: [$a]) }"));
        walk.Entered.ShouldBe([
            SyntaxKind.Document, SyntaxKind.OperationDefinition, SyntaxKind.Name, SyntaxKind.VariableDefinition, SyntaxKind.Variable,
            SyntaxKind.Name, SyntaxKind.NamedType, SyntaxKind.Name, SyntaxKind.SelectionSet, SyntaxKind.Field, SyntaxKind.Name,
            SyntaxKind.Argument, SyntaxKind.Name, SyntaxKind.ListValue, SyntaxKind.Variable, SyntaxKind.Name,
        ]);
        walk.Left.ShouldBe(walk.Entered, ignoreOrder: true);
        walk.Left[^1].ShouldBe(SyntaxKind.Document);
    }

    [Fact]
    public void Passes_over_what_is_not_to_be_entered()
    {
        var walk = new Recorder(skip: SyntaxKind.SelectionSet);
        walk.Walk(Parser.ParseDocument("{ a }"));
        walk.Entered.ShouldBe([SyntaxKind.Document, SyntaxKind.OperationDefinition, SyntaxKind.SelectionSet]);
        walk.Left.ShouldBe([SyntaxKind.OperationDefinition, SyntaxKind.Document]);
    }

    private sealed class Recorder(SyntaxKind? skip) : SyntaxWalker
    {
        public List<SyntaxKind> Entered { get; } = [];

        public List<SyntaxKind> Left { get; } = [];

        protected override bool Enter(SyntaxNode node)
        {
            Entered.Add(node.Kind);
            return node.Kind != skip;
        }

        protected override void Leave(SyntaxNode node) => Left.Add(node.Kind);
    }
}
