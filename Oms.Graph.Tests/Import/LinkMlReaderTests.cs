using System.IO.Compression;
using System.Text;
using Oms.Domain.Import;
using Oms.Domain.Import.LinkMl;
using Oms.Graph.Import;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Import;

public sealed class LinkMlReaderTests
{
    private const string Sound = """
        id: https://example.org/zoo
        classes:
          animal:
            description: >-
              Something that
              lives.
            slots: [name, "legs"]
        """;

    [Fact]
    public void Values_keep_their_lines_and_their_text()
    {
        var animal = (LinkMlMapping)((LinkMlMapping)LinkMl.Read(Sound).Value.Root["classes"]!)["animal"]!;
        animal["description"].ShouldBeOfType<LinkMlScalar>().Text.ShouldBe("Something that lives.");
        animal["slots"].ShouldBeOfType<LinkMlSequence>().Items.Cast<LinkMlScalar>().Select(s => (s.Text, s.IsPlain, s.Line))
            .ShouldBe([("name", true, 7), ("legs", false, 7)]);
    }

    [Fact]
    public void A_packed_file_reads_as_the_plain_one()
    {
        LinkMl.Read(Packed(Sound)).Value.Root["id"].ShouldBe(LinkMl.Read(Sound).Value.Root["id"]);
    }

    [Fact]
    public void A_packed_file_cut_anywhere_is_refused()
    {
        var packed = Packed(Sound);
        for (var length = 2; length < packed.Length; length++)
            LinkMl.Refused(LinkMl.Read(packed[..length])).What.ShouldStartWith("the gzip data");
    }

    [Fact]
    public void Packed_data_that_was_changed_is_refused()
    {
        var packed = Packed(Sound);
        packed[^6] ^= 1;
        LinkMl.Refused(LinkMl.Read(packed)).What.ShouldBe("the gzip data is damaged");
    }

    [Fact]
    public void A_file_too_large_once_unpacked_is_refused()
    {
        LinkMl.Refused(LinkMl.Read(Packed(new string(' ', LinkMlReader.MaxBytes + 1)))).What.ShouldContain("at most");
    }

    [Theory]
    [InlineData("id: a\nclasses:\n<<<<<<< HEAD\n  a:\n=======\n  b:\n>>>>>>> theirs\n", 3, "merge conflict")]
    [InlineData("id: a\nclasses:\n  a:\n>>>>>>> theirs\n", 4, "merge conflict")]
    [InlineData("id: a\nclasses:\n\ta:\n", 3, "indented with a tab")]
    [InlineData("id: a\nclasses:\n  a:\n    is_a: b\n    is_a: c\n", 5, "the key 'is_a' stands here a second time")]
    [InlineData("id: a\nclasses:\n  a:\n    is_a: b\n   mixin: true\n", 5, "this is no YAML")]
    [InlineData("id: a\nclasses: *all\n", 2, "the alias '*all' refers to nothing before it")]
    [InlineData("id: a\nclasses: &all\n  a: *all\n", 3, "the alias '*all' refers to nothing before it")]
    [InlineData("id: a\n? [b]\n: c\n", 2, "a key is a list or a mapping")]
    [InlineData("id: a\n---\nid: b\n", 2, "a second document starts here")]
    [InlineData("- id: a\n", 1, "a LinkML schema is a mapping")]
    public void What_is_broken_is_told_with_its_line(string yaml, int line, string what)
    {
        var refusal = LinkMl.Refused(LinkMl.Read(yaml, "zoo.yaml"));
        (refusal.File, refusal.Line).ShouldBe(("zoo.yaml", line), refusal.What);
        refusal.What.ShouldContain(what);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_with_their_line()
    {
        var refusal = LinkMl.Refused(LinkMl.Read([.. "id: a\nname: b"u8, 0xff, .. "\n"u8]));
        (refusal.Line, refusal.What).ShouldBe((2, "these bytes are no UTF-8"));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        LinkMl.Refused(LinkMl.Read("")).What.ShouldBe("the file is empty");
        LinkMl.Refused(LinkMl.Read("# nothing but words\n")).What.ShouldBe("the file is empty");
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 20_000)]
    public void Nesting_without_end_is_refused(string opening, int times)
    {
        LinkMl.Refused(LinkMl.Read("a: \n  " + string.Concat(Enumerable.Repeat(opening, times)))).Line.ShouldBe(2);
    }

    [Fact]
    public void Aliases_of_aliases_do_not_stand_for_more_than_a_file_may_hold()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
            yaml.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        LinkMl.Refused(LinkMl.Read(yaml.ToString())).What.ShouldContain("what aliases repeat counted each time");
    }

    [Fact]
    public void An_alias_stands_for_what_it_names()
    {
        var root = LinkMl.Read("id: a\nenums:\n  x: &list\n    permissible_values: [b]\n  y: *list\n").Value.Root;
        var enums = (LinkMlMapping)root["enums"]!;
        enums["y"].ShouldBe(enums["x"]);
    }

    [Fact]
    public void Whatever_bytes_come_they_are_read_or_refused()
    {
        var random = new Random(20_261_121);
        var sound = Encoding.UTF8.GetBytes(Sound + "\nextra: &a {b: [*c, 'd', !t e], ? f : |2-\n  g}\nmore: \"\\x41 \\U0001F600\"\n%TAG ! x\n");
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = sound.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"\n\t -:&*!|>'\"%@`{}[],?#\\"[random.Next(23)];
            var read = LinkMl.Read(bytes[..random.Next(1, bytes.Length)]);
            if (!read.IsOk)
                read.Refusals.ShouldHaveSingleItem().ShouldBeOfType<ImportFileInvalid>();
        }
    }

    [Fact]
    public void A_schema_that_people_committed_in_the_middle_of_a_merge_is_refused_at_the_marker()
    {
        var refusal = LinkMl.Refused(LinkMl.ReadData("biolink-conflict-left.yaml.gz"));
        (refusal.Line, refusal.Message).ShouldBe((1903,
            "biolink-conflict-left.yaml.gz, line 1903: a merge conflict was left unresolved here (a line starts with a conflict marker of git)."));
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
