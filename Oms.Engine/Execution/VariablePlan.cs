using System.Text;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>A variable definition with its type resolved and its default coerced.</summary>
internal sealed class VariablePlan
{
    private VariablePlan(VariableDefinitionNode node, IType type, object? defaultValue)
    {
        Node = node;
        Name = node.Variable.Name.Value;
        Utf8Name = Encoding.UTF8.GetBytes(Name);
        Type = type;
        DefaultValue = defaultValue;
    }

    public VariableDefinitionNode Node { get; }

    public string Name { get; }

    public byte[] Utf8Name { get; }

    public IType Type { get; }

    /// <summary>The coerced default; <see cref="Absent.Value"/> for none.</summary>
    public object? DefaultValue { get; }

    public static VariablePlan? TryCreate(Schema schema, VariableDefinitionNode node, out GraphQLError? error)
    {
        error = null;
        if (schema.FindType(node.Type) is not { IsInputType: true } type)
        {
            error = ErrorBuilder.New()
                .SetMessage($"The type of the variable \"${node.Variable.Name.Value}\" cannot be used as an input type.")
                .AddLocation(node.Type.Location)
                .SetCode(ErrorCodes.VariableCoercion)
                .Build();
            return null;
        }

        object? defaultValue = Absent.Value;
        if (node.DefaultValue is not null && !LiteralCoercion.TryCoerce(node.DefaultValue, type, null, out defaultValue, out var problem))
        {
            error = ErrorBuilder.New()
                .SetMessage($"The default value of the variable \"${node.Variable.Name.Value}\" does not fit its type. {problem!.Message}")
                .AddLocation(node.DefaultValue.Location)
                .SetCode(ErrorCodes.VariableCoercion)
                .Build();
            return null;
        }

        return new VariablePlan(node, type, defaultValue);
    }
}
