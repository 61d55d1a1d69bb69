using System.Text;

namespace Oms.Engine.Types;

/// <summary>A change between two schemas that clients may notice.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Coordinate">The schema coordinate of the member that changed, was added or removed.</param>
/// <param name="Description">The change in words.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, string Coordinate, string Description)
{
    /// <summary>Whether operations that were valid may no longer be, or get values they cannot take. Other changes are dangerous.</summary>
    public bool IsBreaking => Kind < SchemaChangeKind.ValueAddedToEnum;

    /// <summary>The kind as change reports of GraphQL tools write it, such as <c>FIELD_REMOVED</c>.</summary>
    public string Code
    {
        get
        {
            var code = new StringBuilder();
            foreach (var c in Kind.ToString())
            {
                if (char.IsAsciiLetterUpper(c) && code.Length > 0)
                    code.Append('_');
                code.Append(char.ToUpperInvariant(c));
            }

            return code.ToString();
        }
    }
}
