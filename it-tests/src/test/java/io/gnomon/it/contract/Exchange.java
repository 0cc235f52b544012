package io.gnomon.it.contract;

/** What a client does in a case, with its own look at the answers. */
interface Exchange {

  /**
   * Sends the requests and reads the answers.
   *
   * @param client through which
   * @throws Exception as it likes: the case has failed then
   */
  void with(Client client) throws Exception;
}
