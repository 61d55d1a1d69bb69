using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>A variable fits every place it is used in.</summary>
/// <remarks>
/// Its type is the expected one or a stricter one. A nullable variable may stand where null may not when it has a default other than
/// null, or the place has a default. Where a <c>@oneOf</c> input object is expected, a nullable variable may not stand for its field;
/// as in the reference implementations this asks for a non-null type whatever the default, and looks at objects expected as nullable only:
/// behind a non-null one the null is found when the value is coerced.
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
/// </remarks>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, VariableDefinitionNode> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<TypeNode, IType?> _types = [];

    public override ValidationEvents Events => ValidationEvents.LeaveOperation;

    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.IsEmpty)
            return;
        _definitions.Clear();
        foreach (var definition in operation.VariableDefinitions)
            _definitions[definition.Variable.Name.Value] = definition;
        Check(operation);
        foreach (var fragment in Context.GetReachableFragments(operation))
            Check(fragment);
    }

    private void Check(ExecutableDefinitionNode user)
    {
        var usages = Context.GetVariableUsages(user);
        if (!Context.Spend(usages.Length + 1))
            return;
        foreach (var usage in usages)
        {
            if (usage.LocationType is { } locationType
                && _definitions.TryGetValue(usage.Variable.Name.Value, out var definition)
                && TypeOf(definition) is { } variableType)
            {
                Check(usage, locationType, definition, variableType);
            }
        }
    }

    private void Check(VariableUsage usage, IType locationType, VariableDefinitionNode definition, IType variableType)
    {
        if (!IsUsageAllowed(variableType, definition.DefaultValue, locationType, usage.HasLocationDefault))
            Context.Report($"{Describe(definition, variableType)} is used where \"{locationType}\" is expected.", definition, usage.Variable);
        if (usage.ParentType is InputObjectType { IsOneOf: true } parent && !variableType.IsNonNull)
            Context.Report($"{Describe(definition, variableType)} has to be non-null to be a field of \"{parent.Name}\", of which exactly one is given.", definition, usage.Variable);
    }

    private static string Describe(VariableDefinitionNode definition, IType type) =>
        $"Variable \"${ValidationContext.Shorten(definition.Variable.Name.Value)}\" of type \"{type}\"";

    private IType? TypeOf(VariableDefinitionNode definition)
    {
        if (!_types.TryGetValue(definition.Type, out var type))
            _types.Add(definition.Type, type = Context.Schema.FindType(definition.Type));
        return type;
    }

    private static bool IsUsageAllowed(IType variableType, ValueNode? variableDefault, IType locationType, bool hasLocationDefault)
    {
        if (!locationType.IsNonNull || variableType.IsNonNull)
            return AreCompatible(variableType, locationType);
        if (variableDefault is null or NullValueNode && !hasLocationDefault)
            return false;
        return AreCompatible(variableType, locationType.NullableType);
    }

    private static bool AreCompatible(IType variableType, IType locationType)
    {
        while (true)
        {
            if (locationType.IsNonNull && !variableType.IsNonNull)
                return false;
            var locationItem = locationType.ItemType;
            var variableItem = variableType.ItemType;
            if (locationItem is null || variableItem is null)
                return locationItem is null && variableItem is null && ReferenceEquals(variableType.NamedType, locationType.NamedType);
            locationType = locationItem;
            variableType = variableItem;
        }
    }
}
