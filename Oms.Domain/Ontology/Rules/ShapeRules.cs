using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>What each kind of element keeps for itself (domain.md 1.4 to 1.13).</summary>
internal sealed class ShapeRules(Transition transition)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private readonly Violations violations = transition.Violations;
    private readonly TextRules texts = new(transition.Violations);

    internal void Check(Element element, Trail trail)
    {
        switch (element)
        {
            case ObjectType type:
                Check(type, trail);
                break;
            case LinkType link:
                Check(link, trail);
                break;
            case Interface contract:
                Check(contract, trail);
                break;
            case StructType structure:
                Check(structure, trail);
                break;
            case ActionType action:
                Check(action, trail);
                break;
            case FunctionType function:
                Check(function, trail);
                break;
        }
    }

    private void Check(ObjectType type, Trail trail)
    {
        texts.Check(type.PluralDisplayName, "label", Limits.LabelLength, trail.At("pluralDisplayName"));
        texts.Check(type.Icon, "icon", Limits.WordLength, trail.At("icon"));
        texts.Address(type.DocUrl, "documentation address", trail.At("docUrl"));
        texts.Count(type.Parents.Length, "parents", Limits.Parents, trail.At("parents"));
        texts.Count(type.Interfaces.Length, "interfaces", Limits.Parents, trail.At("interfaces"));
        if (type.Color is { } color && !(color.Length == 7 && color[0] == '#' && color.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0))
            violations.Add(trail.At("color"), new MalformedInput($"A color is written as #RRGGBB, such as #1A73E8; '{Words.Shortened(color)}' is not."));
    }

    private void Check(LinkType link, Trail trail)
    {
        var bidirectional = link.Directionality == Directionality.Bidirectional;
        CheckEnd(link.From, true, trail.At("from"));
        CheckEnd(link.To, bidirectional, trail.At("to"));
        if (link.IsSymmetric && !bidirectional)
            Refuse("symmetric_is_bidirectional", "A symmetric link can be followed from both sides: set directionality to BIDIRECTIONAL.", trail.At("directionality"));
        if (link.IsSymmetric && link.From.Type != link.To.Type)
            Refuse("symmetric_joins_one_type", "A symmetric link has the same type on both sides.", trail.At("to").At("type"));
        if (bidirectional && !link.IsSymmetric && link.From.Type == link.To.Type && link.From.Name == link.To.Name)
            Refuse("ends_differ_in_name", "Both ends lead from the same type, so they need different names.", trail.At("to").At("name"));
        if (link.CascadeDepth is { } depth)
        {
            texts.Range(depth, "cascadeDepth", 1, Limits.CascadeDepth, trail);
            if (!link.CascadeDelete)
                Refuse("cascade_depth_needs_cascade", "A cascade depth needs cascadeDelete; set that, or leave the depth out.", trail.At("cascadeDepth"));
        }

        texts.Range(link.TraversalDepth, "traversalDepth", 0, int.MaxValue, trail);
    }

    private void CheckEnd(LinkEnd end, bool isFollowed, Trail trail)
    {
        if (end.Type.IsEmpty)
            Refuse("end_has_type", "A link end needs the object type or interface that stands there.", trail.At("type"));
        if (isFollowed && end.Name.Length == 0)
            Refuse("end_has_name", "A link end that can be followed needs a name: the field that leads across from there.", trail.At("name"));
    }

    private void Check(Interface contract, Trail trail)
    {
        texts.Count(contract.Extends.Length, "extended interfaces", Limits.Parents, trail.At("extends"));
        for (var i = 0; i < contract.RequiredLinks.Length; i++)
            if (contract.RequiredLinks[i].Target.IsEmpty)
                Refuse("required_link_has_target", "A required link needs the object type or interface that it leads to.", trail.At("requiredLinks").At(i).At("target"));
    }

    private void Check(StructType structure, Trail trail)
    {
        if (structure.Fields.IsEmpty)
            violations.Add(trail.At("fields"), new LimitExceeded("fields", 1, 0, "A struct type has at least one field."));
        DisplayTemplates.Check(
            structure.DisplayTemplate, [.. structure.Fields.Select(f => f.Name)], "display template", trail.At("displayTemplate"), violations);
    }

    private void Check(ActionType action, Trail trail)
    {
        texts.Range(action.MaxRetries, "maxRetries", 0, 100, trail);
        texts.Range(action.TimeoutSeconds, "timeoutSeconds", 1, 86_400, trail);
        texts.Range(action.BatchSize, "batchSize", 1, 10_000, trail);
        texts.Each(action.ApprovalRoles, "role", Limits.ActionList, Limits.WordLength, trail.At("approvalRoles"));
        texts.Each(action.RequiredPermissions, "permission", Limits.ActionList, Limits.WordLength, trail.At("requiredPermissions"));
        texts.Count(action.Functions.Length, "functions", Limits.ActionList, trail.At("functions"));
        CheckApplicability(action, trail.At("appliesTo"));
        for (var i = 0; i < action.Parameters.Length; i++)
            if (action.Parameters[i].Direction != ParameterDirection.Input)
                Refuse("action_parameters_go_in", "The parameters of an action go in: direction INPUT.", trail.At("parameters").At(i).At("direction"));
        if (action.Webhook is not { } webhook)
            return;
        texts.Address(webhook.Url, "webhook address", trail.At("webhook").At("url"));
        if (!Methods.Contains(webhook.Method))
            violations.Add(trail.At("webhook").At("method"), new MalformedInput($"The method of a webhook is one of {string.Join(", ", Methods)}."));
    }

    private void CheckApplicability(ActionType action, Trail trail)
    {
        texts.Count(action.AppliesTo.Length, "types", Limits.ActionList, trail);
        var types = new HashSet<ElementId>();
        for (var i = 0; i < action.AppliesTo.Length; i++)
        {
            var type = action.AppliesTo[i].Type;
            if (type.IsEmpty)
                Refuse("applicability_has_type", "An applicability needs the object type or interface that the action applies to.", trail.At(i).At("type"));
            else if (!types.Add(type))
                violations.Add(trail.At(i).At("type"), new DuplicateName(type.Value, action.Id, $"The action applies to '{type}' twice."));
        }
    }

    private void Check(FunctionType function, Trail trail)
    {
        texts.Range(function.TimeoutMs, "timeoutMs", 1, 86_400_000, trail);
        texts.Range(function.MemoryMb, "memoryMb", 1, 1_048_576, trail);
        if (function.CacheTtlSeconds is { } seconds)
            texts.Range(seconds, "cacheTtlSeconds", 0, int.MaxValue, trail);
        texts.Check(function.RuntimeVersion, "runtime version", Limits.WordLength, trail.At("runtimeVersion"));
        texts.Check(function.Implementation, "implementation", Limits.AddressLength, trail.At("implementation"));
    }

    private void Refuse(string rule, string message, Trail trail) => violations.Add(trail, new InvalidDefinition(rule, message));
}
