using System.Text;

namespace Oms.Engine.Response;

/// <summary>A name of a response as it stands in one: the character before it, quotes and colon, in UTF-8.</summary>
internal sealed class ResponseName
{
    /// <summary>Names are copied in whole vectors of this many bytes.</summary>
    public const int Unit = 16;

    /// <summary>A name.</summary>
    /// <param name="before">What stands before it: a brace or a comma.</param>
    /// <param name="name">The name, ASCII by the grammar.</param>
    public ResponseName(char before, string name)
    {
        Length = name.Length + 4;
        Padded = new byte[(Length + Unit - 1) / Unit * Unit];
        (Padded[0], Padded[1], Padded[Length - 2], Padded[Length - 1]) = ((byte)before, (byte)'"', (byte)'"', (byte)':');
        Encoding.ASCII.GetBytes(name, Padded.AsSpan(2));
    }

    /// <summary>How many bytes it has.</summary>
    public int Length { get; }

    /// <summary>Its bytes, and zeros up to the next whole vector.</summary>
    public byte[] Padded { get; }
}
