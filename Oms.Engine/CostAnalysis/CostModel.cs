using System.Globalization;
using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.CostAnalysis;

/// <summary>
/// What the fields, types and arguments of a schema weigh: what <c>@cost</c> and <c>@listSize</c> say, and for the rest 1 for composite
/// types and input objects, 0 for scalars and enums (IBM's cost directives, section "Weight").
/// </summary>
internal sealed class CostModel
{
    private readonly CostOptions options;
    private readonly Dictionary<FieldDefinition, FieldCost> fields = [];
    private readonly Dictionary<NamedType, double> types = [];
    private readonly Dictionary<InputValueDefinition, double> inputs = [];
    private readonly Dictionary<FieldDefinition, FieldBinding> bindings;
    private readonly List<string> problems;

    /// <summary>Reads the directives.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="bindings">Which fields have to be awaited.</param>
    /// <param name="options">The defaults.</param>
    /// <param name="problems">Gets what the directives say wrongly.</param>
    public CostModel(Schema schema, Dictionary<FieldDefinition, FieldBinding> bindings, CostOptions options, List<string> problems)
    {
        (this.bindings, this.options, this.problems) = (bindings, options, problems);
        foreach (var type in schema.Types.Where(type => !type.IsIntrospectionType))
            Read(type);
        foreach (var type in schema.Types.OfType<InterfaceType>())
            foreach (var field in type.Fields)
                fields[field] = GreatestOf(type, field);
    }

    /// <summary>The greatest cost of an operation.</summary>
    public CostOptions Options => options;

    /// <summary>What a field of an object type or interface costs.</summary>
    public FieldCost Of(FieldDefinition field) => fields[field];

    /// <summary>What a value of a type weighs.</summary>
    public double Of(NamedType type) => types.GetValueOrDefault(type);

    /// <summary>What an argument or input field weighs when it is given.</summary>
    public double Of(InputValueDefinition input) => inputs.GetValueOrDefault(input);

    private void Read(NamedType type)
    {
        types[type] = WeightOf(type) ?? (type is ObjectType ? 1 : 0);
        if (type is InputObjectType input)
            Read(input.Fields);
        if (type is not ComplexType complex)
            return;
        foreach (var field in complex.Fields)
        {
            Read(field.Arguments);
            var isAwaited = options.ApplyCostDefaults && bindings.GetValueOrDefault(field)?.IsFetched == true;
            var weight = WeightOf(field) ?? (isAwaited ? options.DefaultResolverCost : field.Type.NamedType.IsCompositeType ? 1 : 0);
            var counts = field.Arguments.Any(argument => argument.Type.NamedType is InputObjectType || inputs[argument] != 0);
            fields[field] = new FieldCost(weight, ListSizeOf(field) ?? (options.ApplyCostDefaults ? OfConnection(field) : null), counts);
        }
    }

    private void Read(MemberCollection<InputValueDefinition> members)
    {
        foreach (var member in members)
            inputs[member] = WeightOf(member) ?? (member.Type.NamedType is InputObjectType ? 1 : 0);
    }

    // A field selected on an interface is counted as the dearest of those it can turn out to be.
    private FieldCost GreatestOf(InterfaceType type, FieldDefinition field)
    {
        var greatest = fields[field];
        foreach (var possible in type.PossibleTypes)
        {
            if (!possible.Fields.TryGetValue(field.Name, out var implementing))
                continue;
            var cost = fields[implementing];
            greatest = new FieldCost(Math.Max(greatest.Weight, cost.Weight), greatest.ListSize ?? cost.ListSize, greatest.ArgumentsCount || cost.ArgumentsCount);
        }

        return greatest;
    }

    private double? WeightOf(TypeSystemMember member)
    {
        if (member.FindDirective("cost") is not { } cost)
            return null;
        if (double.TryParse(cost.GetString("weight"), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight))
            return weight;
        problems.Add($"@cost of {member.Coordinate} has a weight that is no number: \"{cost.GetString("weight")}\".");
        return 0;
    }

    private ListSize? ListSizeOf(FieldDefinition field)
    {
        if (field.FindDirective("listSize") is not { } directive)
            return null;
        var slicing = new List<InputValueDefinition>();
        foreach (var name in Names(directive, "slicingArguments"))
        {
            if (field.Arguments.TryGetValue(name, out var argument))
                slicing.Add(argument);
            else
                problems.Add($"@listSize of {field.Coordinate} names the argument \"{name}\", which the field does not have.");
        }

        var sized = Names(directive, "sizedFields");
        foreach (var name in sized)
        {
            if (field.Type.NamedType is not ComplexType returned || !returned.Fields.TryGetValue(name, out var child) || !IsList(child.Type))
                problems.Add($"@listSize of {field.Coordinate} sizes \"{name}\", which is no list of {field.Type.NamedType.Name}.");
        }

        var byDefault = options.ApplySlicingArgumentDefaultValue ? Number(directive, "slicingArgumentDefaultValue") : null;
        var isRequired = slicing.Count > 0 && byDefault is null && directive.GetArgument("requireOneSlicingArgument") is not BooleanValueNode { Value: false };
        return new ListSize(Number(directive, "assumedSize"), [.. slicing], byDefault, sized, isRequired);
    }

    // What a connection looks like (Relay's cursor connections): pages are asked for by first or last, and come as edges and nodes.
    private ListSize? OfConnection(FieldDefinition field)
    {
        InputValueDefinition[] slicing = [.. field.Arguments.Where(argument => argument is { Name: "first" or "last", Type.NamedType.Name: "Int" })];
        if (slicing.Length == 0 || field.Type.NamedType is not ObjectType connection)
            return null;
        string[] sized = [.. connection.Fields.Where(child => child.Name is "edges" or "nodes" && IsList(child.Type)).Select(child => child.Name)];
        return sized.Length == 0 ? null : new ListSize(options.DefaultAssumedSize, slicing, options.DefaultPageSize, sized, RequiresOne: false);
    }

    public static bool IsList(IType type) => type.ItemType is not null;

    private static string[] Names(AppliedDirective directive, string argument) =>
        directive.GetArgument(argument) is ListValueNode list ? [.. list.Items.OfType<StringValueNode>().Select(item => item.Value)] : [];

    private static int? Number(AppliedDirective directive, string argument) =>
        directive.GetArgument(argument) is IntValueNode number && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) ? value : null;
}
