using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What all plans of a field have in common: it is made with the first of them.</summary>
/// <param name="field">The field.</param>
internal sealed class PlannedField(FieldDefinition field)
{
    /// <summary>What the field's value looks like.</summary>
    public ValueShape Shape { get; } = ValueShape.Of(field.Type);

    /// <summary>The field's own name where it stands first in an object.</summary>
    public ResponseName First { get; } = new('{', field.Name);

    /// <summary>The field's own name where another stands before it.</summary>
    public ResponseName Next { get; } = new(',', field.Name);

    /// <summary>What the plans of a field have in common.</summary>
    public static PlannedField Of(FieldDefinition field) => field.Planned ??= new PlannedField(field);
}
