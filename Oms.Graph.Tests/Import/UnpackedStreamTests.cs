using System.IO.Compression;
using System.Text;
using Oms.Domain.Import;
using Oms.Domain.Import.Rdf;
using Oms.Graph.Import;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Import;

public sealed class UnpackedStreamTests
{
    private const string Line = "<https://schema.org/Person> <http://www.w3.org/2000/01/rdf-schema#label> \"Person\" .\n";

    [Fact]
    public void Plain_and_packed_files_read_the_same()
    {
        Read(Encoding.UTF8.GetBytes(Line)).Triples.ShouldBe(Read(Packed(Line)).Triples);
        Read(Packed(Line)).Triples.Count.ShouldBe(1);
    }

    [Fact]
    public void A_packed_file_cut_off_anywhere_is_refused()
    {
        var packed = Packed(string.Concat(Enumerable.Repeat(Line, 50)));
        for (var length = 2; length < packed.Length; length++)
            Read(packed[..length]).Refusal.ShouldNotBeNull($"cut after {length} of {packed.Length} bytes").File.ShouldBe("f.nt.gz");
    }

    [Fact]
    public void Damage_within_is_refused()
    {
        var packed = Packed(Line);
        packed[^6] ^= 0x40;
        Read(packed).Refusal.ShouldNotBeNull();
    }

    private static (List<Triple> Triples, ImportFileInvalid? Refusal) Read(byte[] bytes)
    {
        var triples = new List<Triple>();
        using var stream = UnpackedStream.Over(new MemoryStream(bytes));
        var refusal = NTriplesReader.Read(stream, "f.nt.gz", triples.Add, CancellationToken.None);
        return (triples, refusal);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
