namespace Oms.Engine.Tests.Data;

public sealed class Person
{
    public int Id { get; init; }

    public string Name { get; init; } = "";

    public string? Nickname { get; init; }

    public int Age { get; init; }

    public int? Shoes { get; init; }

    public double Height { get; init; }

    public bool IsActive { get; init; }

    public Mood Mood { get; init; }

    public DateTime Born { get; init; }

    public string Secret { get; init; } = "";

    public int? ManagerId { get; init; }

    public Person? Manager { get; set; }

    public List<Pet> Pets { get; init; } = [];
}
