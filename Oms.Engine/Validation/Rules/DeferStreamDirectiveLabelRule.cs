using Oms.Engine.Execution.Incremental;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>The labels of <c>@defer</c> and <c>@stream</c> are written out, and each stands once in a document.</summary>
/// <remarks>
/// A client tells the parts of a response by them.
/// <see href="https://spec.graphql.org/draft/#sec-Defer-And-Stream-Directive-Labels-Are-Unique"/>
/// </remarks>
internal sealed class DeferStreamDirectiveLabelRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, DirectiveNode> _known = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.EnterDirective;

    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
        if (directive.Name.Value is not (IncrementalDirectives.Defer or IncrementalDirectives.Stream))
            return;
        var label = IncrementalDirectives.ArgumentOf(directive, "label");
        if (label is null or NullValueNode)
            return;
        if (label is not StringValueNode text)
            Context.Report($"The label of @{directive.Name.Value} must be written out as a string.", directive);
        else if (!_known.TryAdd(text.Value, directive))
            Context.Report($"The label \"{ValidationContext.Shorten(text.Value)}\" is used for several parts.", _known[text.Value], directive);
    }
}
