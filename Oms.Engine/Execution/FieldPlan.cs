using System.Collections.Immutable;
using System.Text;
using Oms.Engine.Authorization;
using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>One field of an object type's selection, with everything known before the request comes.</summary>
internal sealed class FieldPlan
{
    /// <summary>Plans a field.</summary>
    public FieldPlan(ObjectType objectType, FieldDefinition field, FieldBinding? binding, ImmutableArray<FieldNode> nodes)
    {
        ObjectType = objectType;
        Field = field;
        Binding = binding;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName.Value;
        var planned = PlannedField.Of(field);
        var isRenamed = ResponseName != field.Name;
        Next = isRenamed ? new ResponseName(',', ResponseName) : planned.Next;
        First = isRenamed ? new ResponseName('{', ResponseName) : planned.First;
        Leaf = binding?.Leaf?.Value;
        Shape = planned.Shape;
        TypeName = field.Name == "__typename" ? Encoding.UTF8.GetBytes($"\"{objectType.Name}\"") : null;
    }

    /// <summary>The type it stands on.</summary>
    public ObjectType ObjectType { get; }

    /// <summary>Its definition.</summary>
    public FieldDefinition Field { get; }

    /// <summary>How it gets its value; null for <c>__typename</c>.</summary>
    public FieldBinding? Binding { get; }

    /// <summary>Where it stands in the document; more than one where selections were merged.</summary>
    public ImmutableArray<FieldNode> Nodes { get; }

    /// <summary>Its name in the response.</summary>
    public string ResponseName { get; }

    /// <summary>Its name as the first of its object, the brace before it.</summary>
    public ResponseName First { get; }

    /// <summary>Its name after another, a comma before it.</summary>
    public ResponseName Next { get; }

    /// <summary>Writes name and value at once, where the value is a property that is written as it is and everybody may read it; null elsewhere.</summary>
    public LeafWriter? Leaf { get; private set; }

    /// <summary>What its value looks like.</summary>
    public ValueShape Shape { get; }

    /// <summary>The value of <c>__typename</c>; null for other fields.</summary>
    public byte[]? TypeName { get; }

    /// <summary>The directives that say who may use it.</summary>
    public ImmutableArray<AuthorizeDirective> Authorize
    {
        get;
        init => (field, Leaf) = (value, value.IsEmpty ? Leaf : null);
    } = [];

    /// <summary>What is selected of its value; null for a leaf.</summary>
    public CompositePlan? Children { get; set; }

    /// <summary>The arguments, where they are the same for every request; null where variables decide.</summary>
    public ArgumentValues? ConstantArguments { get; set; }

    /// <summary>Whether it is a field of introspection whose answer is the same in every request.</summary>
    public bool IsConstantIntrospection { get; set; }

    /// <summary>Where a request keeps the arguments that variables decide.</summary>
    public int ArgumentSlot { get; set; }

    /// <summary>How its list is streamed; null where it comes at once.</summary>
    public Incremental.StreamUsage? Stream { get; init; }

    /// <summary>Whether it, or something below it, has to be awaited.</summary>
    public bool IsSpine => Stream is not null || Binding?.IsAsync == true || Children?.HasAsync == true;
}
