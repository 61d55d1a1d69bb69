using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>An argument is given once.</summary>
/// <remarks>
/// Of two values for one argument neither would be the right one.
/// <see href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness"/>
/// </remarks>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterField | ValidationEvents.EnterDirective;

    public override void EnterField(FieldNode field) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location) => Check(directive.Arguments);

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2)
            return;
        foreach (var same in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal))
        {
            var names = same.Select(argument => argument.Name.Location).ToArray();
            if (names.Length > 1)
                Context.Report($"Argument \"{ValidationContext.Shorten(same.Key)}\" is given more than once.", names);
        }
    }
}
