using Oms.Engine.Execution.Incremental;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>Only lists are streamed.</summary>
/// <remarks><see href="https://spec.graphql.org/draft/#sec-Stream-Directives-Are-Used-On-List-Fields"/></remarks>
internal sealed class StreamDirectiveOnListFieldRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterDirective;

    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
        if (directive.Name.Value == IncrementalDirectives.Stream
            && Context.TypeInfo.ParentType is not null
            && Context.TypeInfo.Field is { } field
            && field.Type.NullableType.ItemType is null)
            Context.Report($"@stream can not be used on \"{field.Coordinate}\", which is no list.", directive);
    }
}
