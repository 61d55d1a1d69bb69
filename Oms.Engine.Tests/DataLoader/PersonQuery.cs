using Oms.Engine.Configuration;

namespace Oms.Engine.Tests.DataLoader;

[ExtendObjectType("Query")]
public static class PersonQuery
{
    public static IReadOnlyList<Person> GetPeople() => [.. Enumerable.Range(0, 10).Select(id => new Person(id, id + 1))];

    public static Task<Person?> GetPersonAsync(int id, PersonById people, CancellationToken cancellationToken) =>
        people.LoadAsync(id, cancellationToken);

    public static async Task<Person?> GetLatePersonAsync(int id, PersonById people, CancellationToken cancellationToken)
    {
        await Task.Delay(5, cancellationToken);
        return await people.LoadAsync(id, cancellationToken);
    }
}
