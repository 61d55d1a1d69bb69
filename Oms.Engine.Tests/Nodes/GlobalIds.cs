using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Oms.Engine.Nodes;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Nodes;

/// <summary>The default format of global ids.</summary>
public sealed class GlobalIds
{
    private static readonly DefaultNodeIdSerializer Serializer = new();

    [Theory]
    [InlineData("Foo", "", "Rm9vOg==")]
    [InlineData("Foo", "abc", "Rm9vOmFiYw==")]
    [InlineData("Product", 1, "UHJvZHVjdDox")]
    [InlineData("Brand", -1L, "QnJhbmQ6LTE=")]
    public void They_are_those_of_Hot_Chocolate(string type, object id, string expected)
    {
        Serializer.Format(type, id).ShouldBe(expected);
        Serializer.TryParse(expected, _ => id.GetType(), out var read).ShouldBeTrue();
        read.ShouldBe(new NodeId(type, id));
    }

    [Fact]
    public void A_guid_is_its_sixteen_bytes()
    {
        var id = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        Serializer.Format("Product", id).ShouldBe(Convert.ToBase64String([.. "Product:"u8, .. id.ToByteArray()]).Replace('+', '-').Replace('/', '_'));
    }

    [Fact]
    public void What_was_written_is_read_with_and_without_padding_and_of_both_alphabets() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>().Convert(t => t.Get.EnumerateRunes().Aggregate("", (text, rune) => text + rune), NonNull<string>.NewNonNull),
        ArbMap.Default.ArbFor<long>(),
        ArbMap.Default.ArbFor<Guid>(),
        (text, number, guid) =>
        {
            foreach (var id in new object[] { text, number, (int)number, (short)number, guid })
            {
                var written = Serializer.Format("T", id);
                foreach (var form in new[] { written, written.TrimEnd('='), written.Replace('-', '+').Replace('_', '/') })
                    (Serializer.TryParse(form, _ => id.GetType(), out var read) && read.InternalId.Equals(id)).ShouldBe(form.Length <= 1024);
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("Rm9v")]
    [InlineData("OmFiYw==")]
    [InlineData("Rm9vOmFiYw===")]
    [InlineData("Rm9v OmFiYw==")]
    [InlineData("Rm9vOm")]
    [InlineData("not base64!")]
    public void What_is_no_id_is_not_read(string text) => Serializer.TryParse(text, _ => null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("T:1x", typeof(int))]
    [InlineData("T:", typeof(int))]
    [InlineData("T:99999999999", typeof(int))]
    [InlineData("T:0123456789012345", typeof(int))]
    [InlineData("T:123", typeof(Guid))]
    [InlineData("T:1", typeof(decimal))]
    public void An_id_of_another_kind_is_not_read(string text, Type kind) => Serializer.TryParse(Base64(Encoding.UTF8.GetBytes(text)), _ => kind, out _).ShouldBeFalse();

    [Fact]
    public void Bytes_that_are_no_text_and_texts_beyond_a_kilobyte_are_not_read()
    {
        Serializer.TryParse(Base64([.. "T:"u8, 0xC3, 0x28]), _ => typeof(string), out _).ShouldBeFalse();
        Serializer.TryParse(Serializer.Format("T", new string('a', 1000)), _ => typeof(string), out _).ShouldBeFalse();
    }

    [Fact]
    public void What_can_not_be_written_says_what_to_do() =>
        Should.Throw<NotSupportedException>(() => Serializer.Format("T", 1.5)).Message.ShouldContain("register an INodeIdSerializer");

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);
}
