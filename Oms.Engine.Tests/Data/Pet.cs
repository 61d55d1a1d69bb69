namespace Oms.Engine.Tests.Data;

public sealed class Pet
{
    public int Id { get; init; }

    public int PersonId { get; init; }

    public string Name { get; init; } = "";

    public int Legs { get; init; }
}
